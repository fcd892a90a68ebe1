using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Coverage;

/// <summary>A test that carries <c>[Rule(n)]</c>.</summary>
/// <param name="Number">The rule's number as written.</param>
/// <param name="Test">Class and method, or the class where all its tests carry it.</param>
/// <param name="Works">Whether the test drives a use case through the HTTP of a service or of the gateway, or in the browser. Otherwise
/// it tests a pure function, which proves that the rule is computed and not that anybody can use it.</param>
public sealed partial record RuleProof(int Number, string Test, bool Works = false)
{
    /// <summary>The proofs of the page published with this build (<c>docs/rules-coverage.md</c>), which a test holds equal to the
    /// tests.</summary>
    /// <returns>The proofs by number.</returns>
    public static IReadOnlyList<RuleProof> Published()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules-coverage.md")!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => Row().Match(line)).Where(row => row.Success)
            .SelectMany(row => Named(row, "proven", works: false).Concat(Named(row, "works", works: true)))];
    }

    private static IEnumerable<RuleProof> Named(Match row, string column, bool works) => Name().Matches(row.Groups[column].Value)
        .Select(test => new RuleProof(int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), test.Groups[1].Value,
            works));

    /// <summary>Finds the proofs in the tests of a source tree.</summary>
    /// <param name="sources">The files: path below <c>tests</c> with forward slashes, and text.</param>
    /// <returns>The proofs.</returns>
    public static IReadOnlyList<RuleProof> Scan(IEnumerable<(string Path, string Text)> sources)
        => [.. sources.SelectMany(source => Scan(source.Text, IsOfAService(source.Path)))];

    /// <summary>The suites that start the product; of their classes, those that are given it.</summary>
    private static bool IsOfAService(string path) => Suite().IsMatch(path);

    /// <summary>Finds the proofs in a C# source file: only tests that run count. Comments and strings over several lines are not looked
    /// into.</summary>
    /// <param name="source">Text of the file.</param>
    /// <param name="isOfAService">Whether its suite starts the product: then whatever a class does that is given it, works.</param>
    /// <returns>The proofs in their order.</returns>
    public static IReadOnlyList<RuleProof> Scan(string source, bool isOfAService = false)
    {
        var (proofs, pending, ofClass, type) = (new List<RuleProof>(), new List<int>(), new List<int>(), "");
        var (isTest, isSkipped, drives) = (false, false, false);
        foreach (var line in source.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)))
        {
            if (line.StartsWith('['))
            {
                pending.AddRange(Attribute().Matches(line).Select(match => int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)));
                isTest |= Marked().IsMatch(line);
                isSkipped |= Skipped().IsMatch(line);
            }
            else if (Type().Match(line) is { Success: true } declared)
            {
                type = declared.Groups[1].Value;
                drives = isOfAService && Product().IsMatch(line);
                ofClass = [.. pending];
                Forget();
            }
            else if (Method().Match(line) is { Success: true } method)
            {
                if (isTest && !isSkipped) Settle($"{type}.{method.Groups[1].Value}");
                Forget();
            }
            else if (line is "{" or "}" || line.EndsWith(';')) Forget();
        }
        return proofs;

        // A class counts once it has a test that runs.
        void Settle(string test)
        {
            proofs.AddRange(ofClass.Select(number => new RuleProof(number, type, drives)));
            proofs.AddRange(pending.Select(number => new RuleProof(number, test, drives)));
            ofClass.Clear();
        }

        void Forget()
        {
            pending.Clear();
            (isTest, isSkipped) = (false, false);
        }
    }

    [GeneratedRegex(@"\b\w*(Fact|Theory|Property)\b")]
    private static partial Regex Marked();

    [GeneratedRegex(@"\bSkip\s*=")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"^\| (?<number>[0-9]{1,6}) \|.*\| (?<proven>[^|]*) \| (?<works>[^|]*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("^(System|Browser|Catalogue\\.Tests|Review\\.Tests/Service)/")]
    private static partial Regex Suite();

    /// <summary>What starts the product and hands it to a class of tests.</summary>
    [GeneratedRegex(@"\((CatalogueHost|ReviewService|Stack)\s")]
    private static partial Regex Product();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bRule\(([0-9]{1,6})\)")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(?:public|internal)\s+(?:\w+\s+)*class\s+(\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^public\s+(?:static\s+|async\s+|override\s+)*(?:void|Task|ValueTask|Property)\s+(\w+)\s*\(")]
    private static partial Regex Method();
}
