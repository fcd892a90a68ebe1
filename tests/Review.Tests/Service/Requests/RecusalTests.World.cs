using System.Buffers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Kernel.Auditing;
using Disclosure.Review.Domain.Submissions;
using Xunit;

namespace Disclosure.Review.Tests.Service.Requests;

/// <summary>The accusation, the people around it, and what the service says of it.</summary>
public sealed partial class RecusalTests
{
    /// <summary>Further cases against the same people: held, released past steps, ended by a leader.</summary>
    private async Task OnEveryListOfTheBoard()
    {
        await service.Open(Accusation() with { Conditions = ["secrecy-undetermined"] });
        var released = await service.Open(Accusation() with { Flow = "submission" });
        var step = ReviewService.Packs[Authority].Flow("submission")!.Steps[0].Code;
        await service.As(Authority, "deputy", userName: "uninvolved-deputy").Decide(released, step, "bypass", "先行报送").Json(200);
        var ended = await service.Open(Accusation());
        await service.As(Authority, "director", userName: "uninvolved-director")
            .PostAsJsonAsync($"/api/review/{Authority}/cases/{ended.CaseId}/end", new { reason = "请补充" }, Cancellation).Json(200);
    }

    private static RequestReview Accusation()
        => ReviewService.Request(Authority, "art", flow: "interaction-reply", author: "xinyuan-officer", title: Title, body: "来信人反映有关情况。")
        with
        { Recusal = new ReviewRecusal(["accused-leader", "accused-on-leave"], [AccusedUnit]) };

    private static string Plain(string board, string list)
        => string.Join('\n', JsonDocument.Parse(board).RootElement.GetProperty(list).EnumerateArray()
        .Select(row => row.GetProperty("title").GetString()));

    private static int InHand(string board, string unit)
        => JsonDocument.Parse(board).RootElement.GetProperty("units").EnumerateArray()
        .Where(row => row.GetProperty("unit").GetString() == unit).Sum(row => row.GetProperty("open").GetInt32());

    private static bool Tells(string answer, RequestReview request)
        => answer.Contains(Title, StringComparison.Ordinal) || answer.Contains(request.SubjectId.ToString(), StringComparison.Ordinal)
        || (answer.Contains(request.CaseId.ToString(), StringComparison.Ordinal)
        && !answer.Contains("case-is-unknown", StringComparison.Ordinal));

    private IEnumerable<string> Gets(RequestReview request)
        => service.Endpoints().Where(endpoint => endpoint.StartsWith("GET ", StringComparison.Ordinal))
        .Select(endpoint => Path(endpoint, request));

    private static string Path(string endpoint, RequestReview request) => $"/api/review/{Authority}/" + endpoint.Split(' ')[1]
        .Replace("{id:guid}", request.CaseId.ToString(), StringComparison.Ordinal)
        .Replace("{subjectId:guid}", request.SubjectId.ToString(), StringComparison.Ordinal)
        .Replace("{flow}", request.Flow, StringComparison.Ordinal).Replace("{step}", "office", StringComparison.Ordinal)
        .Replace("{subject}", "xinyuan-officer", StringComparison.Ordinal);

    private async Task StandIn(string person, string principal)
    {
        await service.SignedIn(Authority, "officer", userName: person);
        var granted = await (await service.SignedIn(Authority, "deputy", userName: principal))
            .PostAsJsonAsync($"/api/review/{Authority}/delegations",
            new { @delegate = person, startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        await service.As(Authority, "officer", userName: person)
            .PostAsync($"/api/review/{Authority}/delegations/{granted.GetProperty("id").GetGuid()}/accept", null, Cancellation).Json(200);
    }

    private static async Task<(string Text, long Sealed)> Walk(HttpClient auditor)
    {
        var text = await auditor.GetStringAsync($"/api/review/{Authority}/audit/export", Cancellation);
        var chain = new AuditChain();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            Assert.Null(chain.Examine(AuditLine.Read(new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(line)))!));
        return (text, chain.Sealed.Count);
    }
}
