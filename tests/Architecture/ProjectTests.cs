using System.Xml.Linq;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>What a project may reference, how long a program may be, whose database a service may open.</summary>
public sealed class ProjectTests
{
    private const int ProgramLimit = 25;

    public static TheoryData<string, string[]> Projects() => new()
    {
        { "services/Contracts/Contracts.csproj", ["Kernel"] },
        { "services/Kernel/Kernel.csproj", [] },
        { "services/Rules/Rules.csproj", ["Kernel"] },
        { "services/Documents/Documents.csproj", ["Kernel", "Rules"] },
        { "ServiceDefaults/ServiceDefaults.csproj", ["Contracts", "Kernel", "Rules", "Documents"] },
        // The gateway hears that something was published in order to evict its copies, and names it by the contract (decision 0019).
        { "gateway/Gateway.csproj", ["ServiceDefaults", "Kernel", "Rules", "Contracts", "Documents"] },
        { "cli/Cli.csproj", ["Documents", "Kernel", "Rules"] },
    };

    public static TheoryData<string> Services() => [.. Directory.GetDirectories(Path.Combine(Repository.Root, "services"))
        .Where(directory => File.Exists(Path.Combine(directory, "Program.cs"))).Select(directory => Path.GetFileName(directory))];

    public static TheoryData<string> Programs() => [.. Directory.GetFiles(Repository.Root, "Program.cs", SearchOption.AllDirectories)
        .Select(file => Path.GetRelativePath(Repository.Root, file))
        .Where(file => !file.StartsWith("artifacts", StringComparison.Ordinal) && !file.StartsWith('.')
        && !file.StartsWith("tests", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_what_it_may(string project, string[] allowed)
        => Assert.Empty(Walls.ProjectReferences(Read(project), allowed));

    [Fact]
    public void No_line_of_code_is_wider_than_a_screen()
        => Assert.Empty(Directory.GetFiles(Repository.Root, "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Repository.Root, file))
            .Where(file => !file.StartsWith("artifacts", StringComparison.Ordinal) && !file.StartsWith('.')
                && !file.Contains("node_modules", StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal))
            .SelectMany(file => Walls.LinesWiderThan(Read(file), 140).Select(line => $"{file}:{line}")));

    [Fact]
    public void A_file_lies_where_its_namespace_says()
        => Assert.Empty(Directory.GetFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories)
            .Where(project => IsOurs(Path.GetRelativePath(Repository.Root, project))).SelectMany(Misplaced));

    [Theory]
    [InlineData("namespace Disclosure.Sample.Lists;", "Lists", false)]
    [InlineData("namespace Disclosure.Sample;", ".", false)]
    [InlineData("namespace Disclosure.Sample;", "Lists", true)]
    [InlineData("namespace Disclosure.Sample\n{", "Lists", true)]
    [InlineData("// namespace Disclosure.Sample;", "Lists", false)]
    public void A_misplaced_file_would_be_caught(string source, string folder, bool misplaced)
        => Assert.Equal(misplaced, Walls.IsMisplaced(source, "Disclosure.Sample", folder));

    /// <summary>Files of a project whose namespace is not that of their folder.</summary>
    private static IEnumerable<string> Misplaced(string project)
    {
        var root = Path.GetDirectoryName(project)!;
        var name = XDocument.Load(project).Descendants("RootNamespace").FirstOrDefault()?.Value
            ?? "Disclosure." + Path.GetFileNameWithoutExtension(project);
        foreach (var file in Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories))
        {
            var place = Path.GetRelativePath(root, Path.GetDirectoryName(file)!);
            if (IsOurs(Path.GetRelativePath(Repository.Root, file)) && Path.GetFileName(file) != "Samples.cs"
                && Walls.IsMisplaced(File.ReadAllText(file), name, place)) yield return Path.GetRelativePath(Repository.Root, file);
        }
    }

    private static bool IsOurs(string file) => !file.StartsWith("artifacts", StringComparison.Ordinal) && !file.StartsWith('.')
        && !file.Contains("node_modules", StringComparison.Ordinal);

    [Fact]
    public void A_wider_line_would_be_caught()
        => Assert.Equal([2], Walls.LinesWiderThan(new string('x', 140) + "\n" + new string('字', 141), 140));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_references_contracts_kernel_rules_documents_and_defaults_only(string service)
        => Assert.Empty(Walls.ProjectReferences(Read($"services/{service}/{service}.csproj"), "Contracts", "Kernel", "Rules", "Documents",
        "ServiceDefaults"));

    [Fact]
    public void A_reference_to_another_service_would_be_caught()
        => Assert.Equal(["Review"], Walls.ProjectReferences(
            """<Project><ItemGroup><ProjectReference Include="..\Review\Review.csproj" /></ItemGroup></Project>""", "Contracts"));

    [Fact]
    public void Contracts_and_kernel_need_no_package()
        => Assert.Empty(((string[])["Contracts", "Kernel"]).SelectMany(name => Walls.Packages(Read($"services/{name}/{name}.csproj"))));

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_fits_on_one_screen(string program) => Assert.Equal(0, Walls.LinesBeyond(Read(program), ProgramLimit));

    [Fact]
    public void A_longer_program_would_be_caught()
        => Assert.Equal(1, Walls.LinesBeyond(string.Join('\n', Enumerable.Repeat("x", ProgramLimit + 1)), ProgramLimit));

    [Theory]
    [MemberData(nameof(Services))]
    public void A_service_opens_its_own_database_only(string service)
    {
        foreach (var file in Directory.GetFiles(Path.Combine(Repository.Root, "services", service), "*.cs", SearchOption.AllDirectories))
            Assert.Empty(Walls.ForeignDatabases(File.ReadAllText(file), service.ToLowerInvariant()));
    }

    [Fact]
    public void The_gateway_opens_its_own_database_only()
        => Assert.Empty(Directory.GetFiles(Path.Combine(Repository.Root, "gateway"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("node_modules", StringComparison.Ordinal))
            .SelectMany(file => Walls.ForeignDatabases(File.ReadAllText(file), "gateway")));

    [Fact]
    public void A_foreign_database_would_be_caught()
        => Assert.Equal(["review"], Walls.ForeignDatabases("AddServiceDatabase<X>(\"review-db\")", "catalogue"));

    private static string Read(string path) => File.ReadAllText(Path.Combine(Repository.Root, path));
}
