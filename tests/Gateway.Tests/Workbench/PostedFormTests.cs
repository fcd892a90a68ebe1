using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>A form that is sent after its page has none any more is answered by the service, and never in bare English.</summary>
public sealed partial class PostedFormTests
{
    [Theory]
    [InlineData("/staff/bulk", "bulk-publication", "POST review/bulk-approvals", "理由")]
    [InlineData("/staff/supervision", "urge-0198ab00-0000-7000-8000-000000000001-head",
        "POST review/cases/0198ab00-0000-7000-8000-000000000001/urge", "催办意见（某公告，一校）")]
    [InlineData("/staff/delegations", "accept-0198ab00-0000-7000-8000-000000000001",
        "POST review/delegations/0198ab00-0000-7000-8000-000000000001/accept", "理由")]
    [InlineData("/staff/delegations", "revoke-0198ab00-0000-7000-8000-000000000001",
        "POST review/delegations/0198ab00-0000-7000-8000-000000000001/revoke", "理由")]
    public async Task A_form_whose_row_is_gone_is_answered_by_the_service_and_its_words_stay(string page, string form, string request,
        string label)
    {
        await using var played = await PlayedServices.StartAsync();
        played.Says("GET review/tasks", new Page<TaskView>([], null));
        played.Says("GET review/supervision", new SupervisionView([], [], [], [], [], [], [], [], []));
        played.Says("GET review/colleagues", new Page<ColleagueView>([], null));
        played.Says("GET review/delegations", new Page<DelegationView>([], null));
        played.Refuses(request, HttpStatusCode.Conflict, "step-is-decided", "这个环节已经办结");

        var (status, text, _) = await played.PostAsync(page, form, ("case", $"{Guid.CreateVersion7()}|head|digest"),
            ("reason", "请今天办结"), ("matter", form.StartsWith("urge", StringComparison.Ordinal) ? "某公告，一校" : ""));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("这个环节已经办结", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Cannot submit", text, StringComparison.Ordinal);
        Assert.Contains(request, played.Asked);
        Assert.Matches($"<label[^>]* for=\"unsent-0\">{label}</label>\\s*<textarea[^>]* readonly[^>]*>\\n?请今天办结</textarea>", text);
    }

    public static TheoryData<string> Pages()
        => [.. Sources().Where(page => page.Value.Contains("@page", StringComparison.Ordinal)
            && Conditional(page.Value, Holders()).Count > 0).Select(page => page.Key)];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Every_form_that_a_page_shows_under_a_condition_is_taken_without_it(string page)
    {
        var source = Sources()[page];
        foreach (var (name, conditions) in Conditional(source, Holders()))
            Assert.True(IsTaken(source, name, conditions), $"{page}: a form '{name}' that is no longer shown is answered with a bare 400");
    }

    [Theory]
    [InlineData("@if (a)\n{\n    <form @formname=\"x\">\n}\n", false)]
    [InlineData("<PostedForm Name=\"x\" />\n@if (a)\n{\n    <form @formname=\"x\">\n}\n", true)]
    [InlineData("<PostedForm Name=\"y\" />\n@if (a)\n{\n    <form @formname=\"x\">\n}\n", false)]
    [InlineData("@if (a || PostedForm == \"x\")\n{\n    <form @formname=\"x\">\n}\n", true)]
    [InlineData("@foreach (var a in b)\n{\n    <form @formname=\"@($\"x-{a}\")\">\n}\n", false)]
    [InlineData("<form @formname=\"x\">\n", true)]
    public void A_form_that_nobody_takes_would_be_caught(string source, bool isTaken)
        => Assert.Equal(isTaken, Conditional(source, new(StringComparer.Ordinal)).All(form => IsTaken(source, form.Key, form.Value)));

    /// <summary>Whether the form is also taken where it is not shown: by its name, or by what begins it and is told apart by ids.</summary>
    private static bool IsTaken(string source, string name, string conditions)
        => conditions.Contains($"== \"{name}\"", StringComparison.Ordinal)
        || Taken().Matches(source).Any(taken => Plain(taken.Groups[1].Value) == name)
        || (name.EndsWith('-') && source.Contains($"\"{name[..^1]}", StringComparison.Ordinal)
            && (source.Contains("<PostedForm Name=\"@PostedForm\"", StringComparison.Ordinal)
                || source.Contains("<PostedForm Name=\"@posted\"", StringComparison.Ordinal)));

    /// <summary>Forms below a condition, by name, with the conditions.</summary>
    private static Dictionary<string, string> Conditional(string source, Dictionary<string, string> holders)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        var open = new Stack<string>();
        var last = "";
        foreach (var line in source.Split("@code {")[0].Split('\n').Select(line => line.Trim()))
        {
            if (line == "{") open.Push(last);
            else if (line == "}" && open.Count > 0) open.Pop();
            else if (open.Count > 0 && !line.StartsWith("<PostedForm", StringComparison.Ordinal))
            {
                if (Form().Match(line) is { Success: true } form) found[Plain(form.Groups[1].Value)] = string.Join('\n', open);
                foreach (var (component, name) in holders)
                {
                    if (line.StartsWith($"<{component} ", StringComparison.Ordinal))
                        found[name.Length > 0 ? name : Plain(Name().Match(line).Groups[1].Value)] = string.Join('\n', open);
                }
            }

            last = line;
        }

        return found;
    }

    /// <summary>Components that are nothing but a form, with its name, or none where the page gives it.</summary>
    private static Dictionary<string, string> Holders()
        => Sources().Where(file => !file.Value.Contains("@page", StringComparison.Ordinal) && !file.Key.EndsWith("PostedForm.razor",
                StringComparison.Ordinal) && Form().IsMatch(file.Value))
            .ToDictionary(file => Path.GetFileNameWithoutExtension(file.Key), file => Form().Match(file.Value).Groups[1].Value switch
            {
                "@NameOf(Step)" => "urge-",
                "@Name" when file.Key.EndsWith("DecisionForm.razor", StringComparison.Ordinal) => "@DecisionForm.NameFor(step.Code)",
                "@Name" => "",
                var name => Plain(name),
            }, StringComparer.Ordinal);

    /// <summary>The name as it is written, of one with a part that changes what stands before it.</summary>
    private static string Plain(string name) => Interpolated().Match(name) is { Success: true } begins ? begins.Groups[1].Value : name;

    private static Dictionary<string, string> Sources()
        => Directory.GetFiles(Path.Combine(Repository.Root, "gateway", "Pages"), "*.razor", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(Repository.Root, file), File.ReadAllText, StringComparer.Ordinal);

    [GeneratedRegex("@formname=\"((?:@\\(.*?\\)|[^\"]*))\"[ >]")]
    private static partial Regex Form();

    [GeneratedRegex("<PostedForm Name=\"((?:@\\(.*?\\)|[^\"]*))\"[ >]")]
    private static partial Regex Taken();

    [GeneratedRegex(" Name=\"((?:@\\(.*?\\)|[^\"]*))\"[ >]")]
    private static partial Regex Name();

    [GeneratedRegex("\\$\"([^{\"]*-)\\{")]
    private static partial Regex Interpolated();
}
