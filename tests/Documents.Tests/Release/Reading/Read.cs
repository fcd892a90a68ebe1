using Disclosure.Documents.Release;
using Disclosure.Documents.Release.Reading;
using Disclosure.Documents.Storing;
using Xunit;

namespace Disclosure.Documents.Tests.Release.Reading;

/// <summary>Reads files and asks the gate about them.</summary>
internal static class Read
{
    /// <summary>An identity number that is one by its check character.</summary>
    public const string Number = "110101199003070134";

    public static FileReading Of(byte[] file, AttachedType type)
    {
        var outcome = FileText.Read(file, type);
        Assert.Null(outcome.Failure);
        return outcome.Value!;
    }

    /// <summary>A planted number is read, at a place, and blocks.</summary>
    public static FileReading Planted(byte[] file, AttachedType type, string place, FileTraitKind? trait = null)
    {
        var reading = Of(file, type);
        var finding = Judge(reading).SingleOrDefault(finding => finding.Kind == ReleaseKind.IdentityCard);
        Assert.True(finding is not null, string.Join('\n', reading.Passages));
        Assert.Equal(ReleaseLevel.Block, finding.Level);
        Assert.Contains(finding.Spots, spot => spot.Where.Contains(place, StringComparison.Ordinal));
        if (trait is { } kind) Assert.Contains(reading.Traits, found => found.Kind == kind);
        return reading;
    }

    public static IReadOnlyList<ReleaseFinding> Judge(FileReading? reading) => ReleaseGate.Judge(new ReleaseCandidate([],
        [new CandidateFile(new string('a', 64), "附件", reading)]), Audience.Public);

    public static IEnumerable<string> Places(this FileReading reading, FileTraitKind kind)
        => reading.Traits.Where(trait => trait.Kind == kind).Select(trait => trait.Place);
}
