using Disclosure.Testing;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>The order of imports: the one thing of <c>dotnet format</c> that neither the build nor its look at blank space sees, and that
/// it takes a minute to tell.</summary>
public sealed class ImportTests
{
    [Fact]
    public void Imports_stand_in_order_the_systems_first()
        => Assert.Empty(Sources().Where(file => !InOrder(File.ReadLines(file)))
        .Select(file => Path.GetRelativePath(Repository.Root, file)));

    [Theory]
    [InlineData("using System.Text;\nusing Disclosure.Rules;\nusing Xunit;", true)]
    [InlineData("using System;\nusing System.Net.Http;\nusing Microsoft.Net;", true)]
    [InlineData("using Disclosure.Rules;\nusing System.Text;", false)]
    [InlineData("using Disclosure.Rules.Packs;\nusing Disclosure.Rules;", false)]
    [InlineData("using Xunit;\nusing Npgsql;\nnamespace A;", false)]
    public void What_is_out_of_order_would_be_caught(string source, bool inOrder) => Assert.Equal(inOrder, InOrder(source.Split('\n')));

    private static bool InOrder(IEnumerable<string> lines)
    {
        var imports = lines.TakeWhile(line => !line.StartsWith("namespace ", StringComparison.Ordinal))
            .Where(line => line.StartsWith("using ", StringComparison.Ordinal)
            && !line.StartsWith("using static ", StringComparison.Ordinal) && !line.Contains('=', StringComparison.Ordinal))
            .Select(line => line["using ".Length..].TrimEnd(';')).ToList();
        var ordered = imports.OrderBy(name => name == "System" || name.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(name => name, StringComparer.OrdinalIgnoreCase);
        return imports.SequenceEqual(ordered);
    }

    private static IEnumerable<string> Sources() => Directory.EnumerateDirectories(Repository.Root)
        .Where(directory => Path.GetFileName(directory) is not ("artifacts" or ".local" or ".git"))
        .SelectMany(directory => Directory.EnumerateFiles(directory, "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal)
        && !file.Contains("/Migrations/", StringComparison.Ordinal));
}
