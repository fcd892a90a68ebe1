using System.Reflection;
using Disclosure.Contracts;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>What is made once is used by every service; beside each convention the sample that breaks it.</summary>
public sealed class ConventionTests
{
    public static TheoryData<string> Services() => LayerTests.Services();

    [Theory]
    [MemberData(nameof(Services))]
    public void Only_the_runner_and_the_inbox_commit(string service)
        => Assert.Empty(Sources(service, "Features", "Consumers", "Publishing").SelectMany(Conventions.Commits));

    [Fact]
    public void In_the_gateway_too()
        => Assert.Empty(((string[])["gateway/Consumers", "gateway/Notifications/Preferences", "gateway/Pages"]).SelectMany(Files)
            .SelectMany(Conventions.Commits));

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_endpoint_that_changes_something_is_a_command(string service)
        => Assert.Empty(Sources(service, "Features").SelectMany(Conventions.Uncommanded));

    [Theory]
    [MemberData(nameof(Services))]
    public void Whatever_happens_to_an_aggregate_is_done_by_somebody(string service)
        => Assert.Empty(Conventions.Anonymous(Assembly.Load($"Disclosure.{service}")));

    [Fact]
    public void And_whatever_happens_to_settings_by_their_owner()
        => Assert.Empty(Conventions.Anonymous(Assembly.Load("Disclosure.Gateway")));

    [Theory]
    [MemberData(nameof(Services))]
    public void Who_may_is_asked_of_the_person_and_not_of_the_token(string service)
    {
        var offences = Sources(service, "Features", "Data", "Domain", "Consumers").SelectMany(Conventions.AsksTheToken).ToList();
        // The one place where a token is news about a person.
        if (service == "Review") Assert.Equal(3, offences.RemoveAll(line => line.Contains("recorder.NoteAsync", StringComparison.Ordinal)
            || line.Contains("NoteAsync(StaffMember", StringComparison.Ordinal) || line.Contains("\"iat\"", StringComparison.Ordinal)));
        Assert.Empty(offences);
    }

    [Theory]
    [MemberData(nameof(Services))]
    public void A_domain_knows_no_status_of_HTTP(string service)
        => Assert.Empty(Sources(service, "Domain").SelectMany(Conventions.KnowsStatus));

    [Theory]
    [MemberData(nameof(Services))]
    public void The_answers_of_every_endpoint_are_typed(string service)
        => Assert.Empty(Sources(service, "Features").SelectMany(Conventions.Untyped));

    [Theory]
    [MemberData(nameof(Services))]
    public void Whatever_an_endpoint_takes_or_answers_is_a_contract(string service)
        => Assert.Empty(Conventions.NoContract(Assembly.Load($"Disclosure.{service}")));

    /// <summary>Named like codes, but no closed set: kinds of subjects are every service's own, kinds of findings the release
    /// gate's.</summary>
    private static readonly string[] OpenSets = ["RequestReview.SubjectKind", "ReviewConcluded.SubjectKind", "ReviewRefused.SubjectKind",
        "CaseView.SubjectKind", "WorkItem.SubjectKind", "MovedDueDay.SubjectKind", "ReplayedMatter.SubjectKind",
        "DraftRequested.SourceKind", "FactEntry.SubjectKind", "RecordedFact.SubjectKind", "SnapshotFinding.Kind"];

    /// <summary>Powers of people: no table and no statistic counts them.</summary>
    private static readonly string[] CountNowhere = ["Delegation"];

    [Fact]
    public void A_code_with_an_enumeration_is_never_text()
        => Assert.Empty(Conventions.CodesAsText(Assembly.Load("Disclosure.Contracts").GetExportedTypes(),
            Assembly.Load("Disclosure.Contracts").GetExportedTypes().Concat(typeof(Actor).Assembly.GetExportedTypes())
                .Where(type => type.IsEnum)).Except(OpenSets));

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_service_says_what_is_whose_to_do_and_tells_what_happened(string service)
        => Assert.Empty(Conventions.Workless(Assembly.Load($"Disclosure.{service}"), Sources(service, "Features")));

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_due_day_that_is_kept_is_counted_anew_when_a_calendar_changes(string service)
        => Assert.Empty(Conventions.Uncounted(Assembly.Load($"Disclosure.{service}"), Sources(service, "Features")));

    [Theory]
    [MemberData(nameof(Services))]
    public void Every_aggregate_states_what_of_it_counts(string service)
        => Assert.Empty(Conventions.Uncountable(Assembly.Load($"Disclosure.{service}")).Except(CountNowhere));

    [Fact]
    public void An_aggregate_that_states_nothing_would_be_caught()
        => Assert.Contains("StatesNothing", Conventions.Uncountable(typeof(Samples.StatesNothing).Assembly));

    [Fact]
    public void A_due_day_that_would_stay_as_it_was_would_be_caught()
        => Assert.Equal(["KeepsDueDay", "IOpenClocks", "IRecordedMatters", "MapNoticeReplay", "MapPackReplay"],
            Conventions.Uncounted(typeof(Samples.KeepsDueDay).Assembly, []));

    [Fact]
    public void The_gateway_copies_no_contract_by_hand()
        => Assert.Equal(["Answer`1", "Receipt", "ServiceProblem"], Assembly.Load("Disclosure.Gateway").GetTypes()
            .Where(type => type.Namespace?.StartsWith("Disclosure.Gateway.Clients", StringComparison.Ordinal) == true && !type.IsNested
                && type.GetMethod("<Clone>$") is not null)
            .Select(type => type.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void JSON_over_HTTP_has_one_dialect()
        => Assert.Empty(((string[])["services/Catalogue/Features", "services/Review/Features", "gateway/Clients", "gateway/Caching",
            "gateway/Notifications", "gateway/Pages", "gateway/Portal"]).SelectMany(Files).SelectMany(Conventions.OwnDialect));

    [Theory]
    [MemberData(nameof(Services))]
    public void Characters_of_a_text_are_judged_in_one_place(string service)
        => Assert.Empty(Sources(service, "Features", "Domain").SelectMany(Conventions.OwnCharacters));

    [Fact]
    public void A_field_is_named_like_any_other_value()
        => Assert.Empty(((string[])["services", "ServiceDefaults", "gateway", "cli", "hosting", "identity", "tests"])
        .SelectMany(Files).SelectMany(Conventions.Underscored));

    [Fact]
    public void What_has_a_name_is_spelled_in_one_place()
        => Assert.Empty(((string[])["services/Catalogue", "services/Review", "services/Rules", "ServiceDefaults", "gateway", "cli"])
        .SelectMany(Files).SelectMany(Conventions.Respelled));

    [Fact]
    public void No_form_of_the_workbench_cuts_what_is_pasted_into_it()
        => Assert.Empty(Files("gateway/Pages/Staff").SelectMany(Conventions.CutsSilently));

    [Fact]
    public void A_service_that_broke_each_convention_would_be_caught()
    {
        const string sample = """
            cases.MapPost("cases/{id}/close", Handle);
            private static async Task<IResult> Handle(Guid id, ReviewDb db)
            {
                if (!http.User.Staff()!.Is(Roles.Head)) return Results.Problem();
                await db.SaveChangesAsync();
                return Results.Ok();
            }
            public static readonly Failure Closed = new("case-is-closed", StatusCodes.Status409Conflict);
            private const string Kind = "catalogue.item";
            private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");
            private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
            private static bool IsTitle(string text) => !text.Any(char.IsControl);
            """;
        Assert.Single(Conventions.Commits(sample));
        Assert.Single(Conventions.Uncommanded(sample));
        Assert.Equal(3, Conventions.Untyped(sample).Count);
        Assert.Single(Conventions.AsksTheToken(sample));
        Assert.Single(Conventions.KnowsStatus(sample));
        Assert.Equal(2, Conventions.Respelled(sample).Count);
        Assert.Single(Conventions.OwnDialect(sample));
        Assert.Single(Conventions.OwnCharacters(sample));
        Assert.Single(Conventions.CutsSilently("<input name=\"title\" maxlength=\"200\" />"));
        Assert.Equal(["IWorkSource", "MapWork", "MapNotifier", "RaiseAsync"],
            Conventions.Workless(typeof(CarelessEndpoint).Assembly, [sample]));
        Assert.Single(Conventions.Underscored("    private readonly ReviewDb " + "_db;"));
        Assert.Equal(["CloseRequest", "CloseView", "ReopenRequest"], Conventions.NoContract(typeof(CarelessEndpoint).Assembly));
        Assert.Equal(["CloseView.CaseState", "CloseView.States"], Conventions.CodesAsText([typeof(CloseView)], [typeof(Doors.DoorState)]));
        Assert.Equal(["Careless.Close"], Conventions.Anonymous(typeof(Careless).Assembly));
    }

    /// <summary>An aggregate to which something happens that nobody has done.</summary>
    internal sealed class Careless : IAggregate
    {
        public Guid Key => Guid.Empty;

        public int Version => 1;

        public Verdict Close(string reason) => new AuditFact("closed", Actor.System("bijie")) { Reason = reason };

        public Verdict CloseBy(Actor who) => new AuditFact("closed", who);
    }

    /// <summary>An endpoint whose request and answer whoever calls it must copy.</summary>
    internal static class CarelessEndpoint
    {
        public static Task<Results<Ok<Page<CloseView>>, ProblemHttpResult>> Handle(CloseRequest request)
            => Task.FromResult<Results<Ok<Page<CloseView>>, ProblemHttpResult>>(
                TypedResults.Ok(new Page<CloseView>([new CloseView(request.Reason, [])])));

        public static Results<NoContent, ProblemHttpResult> Reopen(ReopenRequest reopened)
            => reopened.Reason.Length > 0 ? TypedResults.NoContent() : TypedResults.Problem();
    }

    internal sealed record CloseRequest(string Reason);

    internal sealed record ReopenRequest(string Reason);

    internal sealed record CloseView(string CaseState, IReadOnlyList<string> States);

    private static class Doors
    {
        internal enum DoorState
        {
            Known,
        }
    }

    private static IEnumerable<string> Sources(string service, params string[] parts)
        => parts.SelectMany(part => Files($"services/{service}/{part}"));

    private static IEnumerable<string> Files(string directory)
        // Of what a service may lack, only; anything else that is not there would be a convention about nothing.
        => Directory.Exists(Path.Combine(Repository.Root, directory)) || !directory.EndsWith("/Publishing", StringComparison.Ordinal)
            ? Directory.EnumerateFiles(Path.Combine(Repository.Root, directory), "*.*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
                .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)
                && !file.Contains("/node_modules/", StringComparison.Ordinal) && !file.Contains("/Migrations/", StringComparison.Ordinal))
                .Select(File.ReadAllText)
            : [];
}
