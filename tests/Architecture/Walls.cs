using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using NetArchTest.Rules;

namespace Disclosure.Architecture;

/// <summary>The walls of the house, each a question that answers with the offenders; the tests ask it of the house and of a sample that
/// offends.</summary>
internal static partial class Walls
{
    /// <summary>Everything a domain may not know: frameworks, transport, storage, and the layers around it.</summary>
    private static readonly string[] Outside =
    [
        "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "MassTransit", "Npgsql", "RabbitMQ",
            "FluentValidation", "OpenTelemetry", "Yarp",
        "System.Net", "System.Data", "Disclosure.ServiceDefaults",
    ];

    /// <summary>What reads or writes the file system; readers and streams over given content are no I/O.</summary>
    private static readonly string[] Files =
    [
        "System.IO.File", "System.IO.FileInfo", "System.IO.FileStream", "System.IO.Directory", "System.IO.DirectoryInfo",
            "System.IO.FileSystemWatcher",
        "System.IO.FileSystemInfo", "System.IO.DriveInfo", "System.IO.RandomAccess", "System.IO.Pipes", "System.IO.MemoryMappedFiles",
    ];

    /// <summary>Types of <paramref name="root"/>'s domain that know more than Kernel, Rules, Documents and the base library.</summary>
    public static IReadOnlyList<string> DomainImports(Assembly assembly, string root)
        => Offenders(assembly, $"{root}.Domain",
            [.. Outside, .. ForeignToDomain(root), $"{root}.Data", $"{root}.Features", $"{root}.Consumers"]);

    /// <summary>Of the contracts a domain knows the enumerations of its own service and their words, which stand there once for all who
    /// speak of them, and the facts that it states.</summary>
    private static IEnumerable<string> ForeignToDomain(string root)
        => Assembly.Load("Disclosure.Contracts").GetExportedTypes()
        .Where(type => type.Namespace != "Disclosure.Contracts.Facts" && (!IsVocabulary(type)
            || !$"{type.Namespace}.".StartsWith($"Disclosure.Contracts.{root[(root.LastIndexOf('.') + 1)..]}.", StringComparison.Ordinal)))
        .Select(type => type.FullName!);

    /// <summary>Values, or a class of nothing but the words of values.</summary>
    private static bool IsVocabulary(Type type)
        => type.IsEnum || (type is { IsAbstract: true, IsSealed: true } && type.Name.EndsWith("Terms", StringComparison.Ordinal));

    /// <summary>Types of the data layer that know who calls them.</summary>
    public static IReadOnlyList<string> DataImports(Assembly assembly, string root)
        => Offenders(assembly, $"{root}.Data", [$"{root}.Features", $"{root}.Consumers"]);

    /// <summary>Features and consumers know domain and data, never each other.</summary>
    public static IReadOnlyList<string> EntryImports(Assembly assembly, string root)
        => [.. Offenders(assembly, $"{root}.Features", [$"{root}.Consumers"]),
        .. Offenders(assembly, $"{root}.Consumers", [$"{root}.Features"])];

    /// <summary>Types of the rules that know transport, storage, a framework, or files; loading packs and calendars are the places that
    /// read files.</summary>
    public static IReadOnlyList<string> RulesImports(Assembly assembly, string root)
        =>
        [
            .. Offenders(assembly, root, "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Extensions", "MassTransit",
            "Npgsql",
                "System.Net", "System.Data", "System.Diagnostics.Process", "Disclosure.Contracts", "Disclosure.ServiceDefaults"),
            .. Offenders(assembly, root, Files)
            .Where(type => !type.StartsWith($"{root}.Packs.Loading.", StringComparison.Ordinal)
            && type != $"{root}.Calendar.CalendarFiles"),
        ];

    /// <summary>Types of the shared parts that know a domain: the rules, or the messages of a service.</summary>
    public static IReadOnlyList<string> DefaultsImports(Assembly assembly, string root)
        => [.. Offenders(assembly, root, [.. MessageNamespaces()]).Concat(Offenders(assembly, root, "Disclosure.Rules")
            // Every process counts working days, and asks what other rules would make of its records; what for is a domain's.
            .Where(type => !type.StartsWith("Disclosure.ServiceDefaults.Calendars.", StringComparison.Ordinal)
                && !type.StartsWith("Disclosure.ServiceDefaults.Replaying.", StringComparison.Ordinal))).Distinct()];

    /// <summary>The namespaces of the services' messages: one per publisher below the shared ones. People, their work,
    /// calendars, packs and facts are everybody's.</summary>
    private static IEnumerable<string> MessageNamespaces()
        => Assembly.Load("Disclosure.Contracts").GetExportedTypes().Select(type => type.Namespace!)
        .Where(name => name is not ("Disclosure.Contracts" or "Disclosure.Contracts.People" or "Disclosure.Contracts.Work"
            or "Disclosure.Contracts.Calendars" or "Disclosure.Contracts.Packs" or "Disclosure.Contracts.Facts")).Distinct();

    /// <summary>Types below a namespace that know one of the others.</summary>
    public static IReadOnlyList<string> Offenders(Assembly assembly, string layer, params string[] forbidden)
        => [.. (Types.InAssembly(assembly).That().ResideInNamespaceStartingWith(layer).ShouldNot().HaveDependencyOnAny(forbidden)
        .GetResult().FailingTypes ?? []).Select(type => type.FullName!)];

    /// <summary>Lines of a source that name one of the layers, also where the compiler leaves no trace of it, as of a constant.</summary>
    public static IReadOnlyList<string> SourceImports(string source, params string[] layers)
        => [.. source.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("//", StringComparison.Ordinal)
            && layers.Any(layer => Regex.IsMatch(line,
                $@"(^using (\w+ = )?[\w.]+\.{layer}[.;])|(?<![\w.])(Disclosure\.\w+\.)?{layer}\.[A-Z]")))];

    /// <summary>Whether a file declares another namespace than that of its folder.</summary>
    /// <param name="source">The file.</param>
    /// <param name="root">Namespace of the project.</param>
    /// <param name="folder">Folder within the project, <c>.</c> for its own.</param>
    public static bool IsMisplaced(string source, string root, string folder)
        => Namespace().Match(source) is { Success: true } match
        && match.Groups[1].Value != (folder == "." ? root : $"{root}.{folder.Replace(Path.DirectorySeparatorChar, '.')}");

    /// <summary>Project references of a project file that are not allowed.</summary>
    public static IReadOnlyList<string> ProjectReferences(string projectXml, params string[] allowed)
        => [.. XDocument.Parse(projectXml).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')))
            .Where(name => !allowed.Contains(name))];

    /// <summary>Packages of a project file.</summary>
    public static IReadOnlyList<string> Packages(string projectXml)
        => [.. XDocument.Parse(projectXml).Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value)];

    /// <summary>Public types of an assembly that are neither records, interfaces, enumerations nor holders of constants.</summary>
    public static IReadOnlyList<string> NotMessages(IEnumerable<Type> types)
        => [.. types.Where(type => type is { IsInterface: false, IsEnum: false } && !IsRecord(type)
            // Lists of codes, and what marks records, are none and carry nothing.
            && type is not { IsAbstract: true, IsSealed: true } && !type.IsSubclassOf(typeof(Attribute))).Select(type => type.FullName!)];

    /// <summary>Numbers of the lines of more characters than that.</summary>
    public static IEnumerable<int> LinesWiderThan(string source, int columns)
        => source.Split('\n').Select((line, at) => (Width: line.TrimEnd('\r').Length, Number: at + 1))
        .Where(line => line.Width > columns).Select(line => line.Number);

    /// <summary>Lines of a program beyond the limit that fits on one screen.</summary>
    public static int LinesBeyond(string program, int limit) => Math.Max(0, program.TrimEnd().Split('\n').Length - limit);

    /// <summary>Database names in a service's source that are not its own.</summary>
    public static IReadOnlyList<string> ForeignDatabases(string source, string own)
        => [.. DatabaseName().Matches(source).Select(match => match.Groups[1].Value).Where(name => name != own)];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespace();

    [GeneratedRegex("\"([a-z]+)-db\"")]
    private static partial Regex DatabaseName();
}
