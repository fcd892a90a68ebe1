using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Coverage;

/// <summary>A test that carries <c>[Rule(n)]</c>.</summary>
/// <param name="Number">The rule's number as written.</param>
/// <param name="Test">Class and method, or the class where all its tests carry it.</param>
public sealed partial record RuleProof(int Number, string Test)
{
    /// <summary>The proofs of the page published with this build (<c>docs/rules-coverage.md</c>), which a test holds equal to the
    /// tests.</summary>
    /// <returns>The proofs by number.</returns>
    public static IReadOnlyList<RuleProof> Published()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules-coverage.md")!);
        return [.. reader.ReadToEnd().Split('\n').Select(line => Row().Match(line)).Where(row => row.Success).SelectMany(row =>
            Name().Matches(row.Groups["tests"].Value)
                .Select(test => new RuleProof(int.Parse(row.Groups["number"].ValueSpan, CultureInfo.InvariantCulture),
                test.Groups[1].Value)))];
    }

    /// <summary>Finds the proofs in a C# source file: only tests that run count. Comments and strings over several lines are not looked
    /// into.</summary>
    /// <param name="source">Text of the file.</param>
    /// <returns>The proofs in their order.</returns>
    public static IReadOnlyList<RuleProof> Scan(string source)
    {
        var (proofs, pending, ofClass, type) = (new List<RuleProof>(), new List<int>(), new List<int>(), "");
        var (isTest, isSkipped) = (false, false);
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
            proofs.AddRange(ofClass.Select(number => new RuleProof(number, type)));
            proofs.AddRange(pending.Select(number => new RuleProof(number, test)));
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

    [GeneratedRegex(@"^\| (?<number>[0-9]{1,6}) \|.*\| (?<tests>`[^|]*) \|$")]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bRule\(([0-9]{1,6})\)")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^(?:public|internal)\s+(?:\w+\s+)*class\s+(\w+)")]
    private static partial Regex Type();

    [GeneratedRegex(@"^public\s+(?:static\s+|async\s+|override\s+)*(?:void|Task|ValueTask|Property)\s+(\w+)\s*\(")]
    private static partial Regex Method();
}
