using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Contracts;
using Disclosure.Contracts.Review;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>The JSON of every message is pinned: services of two versions understand each other, and so does what lies in a
/// queue.</summary>
/// <remarks>A message may grow by optional members, which are then added to its file here. Everything else is a new type.</remarks>
public sealed class ContractTests
{
    private static readonly string Snapshots = Path.Combine(Repository.Root, "tests", "ServiceDefaults.Tests", "Contracts");

    public static TheoryData<string> Messages => [.. Types().Select(Name)];

    [Theory]
    [MemberData(nameof(Messages))]
    public void A_message_of_the_pinned_form_is_read_and_written_without_loss(string name)
    {
        var type = Types().Single(type => Name(type) == name);
        var file = Path.Combine(Snapshots, name + ".json");
        Assert.True(File.Exists(file),
            $"{name} has no pinned form: write tests/ServiceDefaults.Tests/Contracts/{name}.json with every member filled in.");
        var pinned = JsonNode.Parse(File.ReadAllText(file))!;

        var written = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(pinned.ToJsonString(), type, MessageJson.Options), type,
            MessageJson.Options)!;

        Assert.True(JsonNode.DeepEquals(pinned, written),
            $"Pinned: {pinned.ToJsonString()}\nWritten: {written.ToJsonString(MessageJson.Options)}");
    }

    [Theory]
    [InlineData("Catalogue.ItemPublished", "relatedIndexNumbers")]
    [InlineData("Catalogue.ItemRevised", "relatedIndexNumbers")]
    [InlineData("Catalogue.ItemWithdrawn", "relatedIndexNumbers")]
    [InlineData("Review.RequestReview", "contributors")]
    [InlineData("Review.RequestReview", "attribute")]
    [InlineData("Review.RequestReview", "ground")]
    [InlineData("Review.RequestReview", "authorName")]
    [InlineData("Review.RequestReview", "dueOn")]
    [InlineData("Review.RequestReview", "documentId")]
    [InlineData("Review.RequestReview", "recusal")]
    [InlineData("Review.RequestReview", "submitter")]
    [InlineData("Review.ReviewConcluded", "changes")]
    [InlineData("Review.ReviewConcluded", "bypassed")]
    [InlineData("Review.ReviewConcluded", "foundSecret")]
    [InlineData("Review.ReviewConcluded", "corrections")]
    [InlineData("Review.ReviewConcluded", "releases")]
    public void A_member_that_came_later_may_be_absent(string name, string member)
    {
        var type = Types().Single(type => Name(type) == name);
        var older = JsonNode.Parse(File.ReadAllText(Path.Combine(Snapshots, name + ".json")))!.AsObject();
        older.Remove(member);
        var written = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(older.ToJsonString(), type, MessageJson.Options), type,
            MessageJson.Options)!.AsObject();
        Assert.True(written[member] is null || written[member]!.GetValueKind() == JsonValueKind.False,
            $"Absent, {member} is read as {written[member]}.");
        written.Remove(member);
        Assert.True(JsonNode.DeepEquals(older, written));
    }

    [Fact]
    public void No_pinned_form_is_left_without_its_message()
        => Assert.Equal(Types().Select(Name).Order(StringComparer.Ordinal), Directory.GetFiles(Snapshots, "*.json")
        .Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void Outcomes_keep_their_names_and_numbers()
        => Assert.Equal(["Approved=0", "Returned=1", "Rejected=2", "Withdrawn=3"],
        Enum.GetValues<ReviewOutcome>().Select(outcome => $"{outcome}={(int)outcome}"));

    [Fact]
    public void Reasons_of_a_refusal_keep_their_names_and_numbers()
        => Assert.Equal(["SubjectIsUnderReview=0", "CaseIdIsTaken=1", "DocumentIsMissing=2", "AuthorMustStandAside=3",
        "UnitHasNoInformationOfficer=4"], Enum.GetValues<ReviewRefusalReason>().Select(reason => $"{reason}={(int)reason}"));

    private static IEnumerable<Type> Types() => typeof(IIntegrationMessage).Assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IIntegrationMessage)));

    private static string Name(Type type) => type.FullName!["Disclosure.Contracts.".Length..];
}
