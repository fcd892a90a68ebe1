using System.Diagnostics;
using System.Text;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

/// <summary>Anybody may have packs validated: whatever a megabyte holds, its cost is bounded and so is the list of its faults.</summary>
public sealed class HostilePackTests
{
    private const int Megabyte = 1024 * 1024;
    private const int Long = 400_000;
    /// <summary>
    /// Of the processor. The slowest takes 1.2 s, and what other tests of this process spend counts too; unbounded it is ten to sixty.
    /// </summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(8);
    private const string Cites = """{"source":"a","article":"b","rules":[]}""";
    private const string Step = """
        {"code":"S#","name":"s","kind":"review","stage":1,"roles":["x"],"scope":"own","when":[],"mayChange":[],"citation":§}
        """;

    /// <summary>Content of a pack by what is wrong with it: what repeats, with its number for #, and what stands around it.</summary>
    private static readonly Dictionary<string, (string Around, string Repeated)> Kinds = new()
    {
        ["unknown members"] = ("{@}", "\"m#\":1"),
        ["unknown members with long names"] = ("{@}", $"\"m#{new string('n', 1000)}\":1"),
        ["unknown members of a section"] = ("{\"scoring\":{@}}", "\"m#\":1"),
        ["unknown members of an element"] = ("{\"units\":[{@}]}", "\"m#\":1"),
        ["unknown members of elements"] = ("{\"units\":[@]}", "{\"m#\":1}"),
        ["empty units"] = ("{\"units\":[@]}", "{}"),
        ["units that are numbers"] = ("{\"units\":[@]}", "1"),
        ["units without a group"] = ("{\"units\":[@]}", """{"code":"u#","name":"u","citation":§}"""),
        ["units of an unknown group"] = ("{\"units\":[@]}", """{"code":"u#","name":"u","group":"x","citation":§}"""),
        ["units with a bad code"] = ("{\"units\":[@]}", """{"code":"U#","name":"u","group":"x","citation":§}"""),
        ["units that are sound but for one"] = ("{\"units\":[{},@]}", """{"code":"u#","name":"u","group":"x","citation":§}"""),
        ["the same unit"] = ("{\"units\":[@]}", """{"code":"u","name":"u","group":"x","citation":§}"""),
        ["the same member"] = ("{@}", "\"name\":\"u\""),
        ["roles that are unknown"] = ("""{"channels":[{"code":"portal","name":"p","roles":[@],"citation":§}]}""", "\"r#\""),
        ["roles that are the same"] = ("""{"channels":[{"code":"portal","name":"p","roles":[@],"citation":§}]}""", "\"head\""),
        ["flows without anything"] = ("{\"flows\":[@]}", "{}"),
        ["flows that are unknown"] = ("{\"flows\":[@]}",
            """{"code":"f#","name":"f","steps":[],"checklist":[],"bulkApproval":false,"bypass":["x"],"citation":§}"""),
        ["steps of one flow"] = (
            """{"flows":[{"code":"publication","name":"f","steps":[@],"checklist":[],"bulkApproval":false,"bypass":[],"citation":§}]}""",
            Step),
        ["limits that are faulty"] = ("{\"limits\":[@]}",
            """{"code":"L#","name":"l","amount":-1,"unit":"month","categories":["x"],"citation":§}"""),
        ["limits of no unit"] = ("{\"limits\":[@]}", """{"code":"l#","name":"l","amount":1,"unit":"x","citation":§}"""),
        ["categories below one another"] = ("{\"categories\":[@]}", """{"code":"c#","name":"c","units":[],"parent":"c+","citation":§}"""),
        ["categories of unknown units"] = ("{\"categories\":[@]}",
            """{"code":"c#","name":"c","units":["x","y"],"parent":"x","citation":§}"""),
        ["quotas of no subject"] = ("{\"quotas\":[@]}",
            """{"code":"q#","name":"q","subject":"x","groups":["x"],"period":"x","minimum":0,"citation":§}"""),
        ["results that are no words"] = ("""{"scoring":{"assessments":[{"code":"a","name":"a","groups":[],"results":[@],"citation":§}]}}""",
            "\"x\""),
        ["cited rules"] = ("""{"feeBasis":{"code":"f","name":"f","citation":{"source":"a","article":"b","rules":[@]}}}""", "9"),
        ["depth"] = ("{@}", "\"m#\":" + new string('[', 60) + new string(']', 60)),
    };

    public static TheoryData<string> Cases() => [.. Kinds.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_megabyte_of_anything_costs_little_and_is_told_in_few_lines(string kind)
    {
        var errors = Bounded(new() { ["gaotai.json"] = Filled(kind, Megabyte) });
        Assert.InRange(errors.Count(error => error.File == "gaotai.json"), 1, PackErrors.MaxOfFile + 1);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_base_of_anything_under_as_many_packs_as_are_taken_costs_little(string kind)
    {
        var files = Enumerable.Range(0, 19).ToDictionary(number => $"bureau-{number}.json", _ => "{}");
        files["national.json"] = Filled(kind, 127 * 1024);
        Assert.InRange(Bounded(files).Count(error => error.File == "national.json"), 0, PackErrors.MaxOfFile + 1);
    }

    [Fact]
    public void The_last_line_of_a_file_says_how_many_faults_are_not_listed()
    {
        var text = "{" + string.Join(',', Enumerable.Range(0, 250).Select(number => $"\"m{number}\":1")) + "}";
        var errors = RulePacks.ValidateTexts(new Dictionary<string, string> { ["gaotai.json"] = text, ["zunyi.json"] = text });
        Assert.Equal((500, 402), (errors.Total, errors.Count));
        Assert.Equal(["gaotai.json: $: 另有50处错误未列出", "zunyi.json: $: 另有50处错误未列出"], errors.TakeLast(2).Select(error => error.ToString()));
        var answer = ValidationAnswer.Of(errors);
        Assert.Equal((false, 500, 402), (answer.Valid, answer.Total, answer.Errors.Count));
    }

    [Fact]
    public void No_fault_quotes_a_megabyte_that_is_not_its_own()
    {
        var (name, value) = (new string('n', Long), new string('v', Long));
        var errors = Bounded(new()
        {
            ["gaotai.json"] = $$$"""{"{{{name}}}":1,"interpretation":{"firstChannel":"{{{value}}}"}}""",
            ["taishan.json"] = Content("{\"units\":[@]}", $$"""{"code":"{{value}}文","name":"u","group":"{{value}}","citation":§}"""),
            ["xinyuan.json"] = $$"""{"authority":"{{value}}","organisationCode":"{{value}}"}""",
        });
        Assert.Contains(errors, error => error.File == "xinyuan.json");
        Assert.All(errors, error => Assert.InRange(error.ToString().Length, 1, 300));
    }

    [Theory]
    [InlineData("""{"\ud800":1}""")]
    [InlineData("""{"name":"\udc00"}""")]
    [InlineData("""{"units":[{"code":"\ud800"}]}""")]
    [InlineData("""{"units":[{"\ud800":1}]}""")]
    [InlineData("""{"documentNumber":{"pattern":"\ud800"}}""")]
    public void Half_a_character_is_told_once(string text)
    {
        foreach (var file in (string[])["gaotai.json", "national.json"])
            Assert.Contains("半个字符", Assert.Single(RulePacks.ValidateTexts(new Dictionary<string, string> { [file] = text })).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("((a?){99}){99}", 200)]
    [InlineData("[ab]*a[ab]{900}", 200)]
    [InlineData("[ab]*a[ab]{900}", 100_000)]
    [InlineData("([ab]?){2000}", 100_000)]
    [InlineData("(((((((a?){2}){2}){2}){2}){2}){2}){2}", 200, "a")]
    [InlineData("((((((((a?){2}){2}){2}){2}){2}){2}){2}){2}", 200, "a")]
    [InlineData("((((((((((((a?)?)?)?)?)?)?)?)?)?)?)?){99}", 200, "a")]
    [InlineData("(((((((((((a*)*b*)*)*)*)*)*)*)*)*)*)*c", 200)]
    [InlineData("(a?b?){50}(b?a?){50}([ab]?[ab]?){50}", 200)]
    [InlineData("((a|b|ab|ba|aa|bb)*(a|b|ab|ba)*)*((a|b)*(b|a)*)*c", 200)]
    public void A_pattern_of_document_numbers_costs_little_in_every_pack(string pattern, int length, string letters = "ab")
    {
        var example = new string(new Random(1).GetItems(letters.AsSpan(), length));
        var files = Enumerable.Range(0, 19).ToDictionary(number => $"bureau-{number}.json", _ => "{}");
        files["national.json"] = Content("""{"documentNumber":{"prefix":"a","pattern":"@","example":"#","citation":§}}""", pattern)
            .Replace("#", example, StringComparison.Ordinal);
        Bounded(files);
    }

    /// <summary>The faults, once it is sure that they did not cost much.</summary>
    private static PackErrors Bounded(Dictionary<string, string> files)
    {
        RulePacks.Validate(null);
        var before = Processor();
        var errors = RulePacks.ValidateTexts(files);
        var cost = Processor() - before;
        Assert.InRange(cost, TimeSpan.Zero, Bound);
        return errors;
    }

    private static string Content(string around, string content)
        => around.Replace("@", content, StringComparison.Ordinal).Replace("§", Cites, StringComparison.Ordinal);

    private static TimeSpan Processor()
    {
        using var process = Process.GetCurrentProcess();
        return process.TotalProcessorTime;
    }

    private static string Filled(string kind, int length)
    {
        var (around, repeated) = Kinds[kind];
        repeated = repeated.Replace("§", Cites, StringComparison.Ordinal);
        var text = new StringBuilder(length);
        for (var i = 0; ; i++)
        {
            var next = repeated.Replace("#", $"{i}", StringComparison.Ordinal).Replace("+", $"{i + 1}", StringComparison.Ordinal);
            if (text.Length + next.Length + around.Length + Cites.Length >= length)
                return Content(around, text.ToString(0, text.Length - 1));
            text.Append(next).Append(',');
        }
    }
}
