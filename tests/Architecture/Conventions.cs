using System.Reflection;
using System.Text.RegularExpressions;
using Disclosure.Contracts.Facts;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Replaying;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Architecture;

/// <summary>What every service does the same way, each a question that answers with the offenders.</summary>
internal static partial class Conventions
{
    /// <summary>Lines of a feature or consumer that commit by themselves: changes of state go through the one runner, messages through the
    /// inbox.</summary>
    public static IReadOnlyList<string> Commits(string source) => Lines(source, OwnCommit());

    /// <summary>Endpoints of a feature that change something without a command: no key, no version, no audit entry.</summary>
    public static IReadOnlyList<string> Uncommanded(string source)
        => Writing().Matches(source) is { Count: > 0 } writes && !Commanded().IsMatch(source) ? [.. writes.Select(match => match.Value)]
        : [];

    /// <summary>Handlers whose answers the API's documents cannot know.</summary>
    public static IReadOnlyList<string> Untyped(string source) => Lines(source, UntypedAnswer());

    /// <summary>What the endpoints of an assembly take or answer and what is no record of the contracts: whoever calls them would
    /// have to copy it by hand.</summary>
    public static IReadOnlyList<string> NoContract(Assembly assembly)
        => [.. assembly.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static
            | BindingFlags.DeclaredOnly))
        .Where(method => !method.IsSpecialName && IsAnswer(method.ReturnType))
        .SelectMany(method => Answers(method.ReturnType).Concat(method.GetParameters()
            .Where(parameter => parameter.Name is "request" or "query" || IsRecord(parameter.ParameterType)
                && parameter.ParameterType.Name.EndsWith("Request", StringComparison.Ordinal))
            .Select(parameter => parameter.ParameterType)))
        .SelectMany(Parts).Where(type => type.Assembly == assembly).Select(type => type.Name).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Values that an endpoint answers with, out of <c>Task</c>, <c>Results</c>, <c>Ok</c> and <c>Created</c>.</summary>
    private static IEnumerable<Type> Answers(Type type)
        => !type.IsGenericType ? []
        : type.Namespace == "Microsoft.AspNetCore.Http.HttpResults" && !type.Name.StartsWith("Results`", StringComparison.Ordinal)
            ? type.GetGenericArguments()
        : type.GetGenericTypeDefinition() == typeof(Task<>) || type.Name.StartsWith("Results`", StringComparison.Ordinal)
            ? type.GetGenericArguments().SelectMany(Answers) : [];

    private static bool IsAnswer(Type type) => type.Namespace == "Microsoft.AspNetCore.Http.HttpResults"
        || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Task<>) && IsAnswer(type.GetGenericArguments()[0]));

    private static IEnumerable<Type> Parts(Type type)
        => type.IsGenericType ? type.GetGenericArguments().SelectMany(Parts).Append(type) : [type];

    private static bool IsRecord(Type type) => type.GetMethod("<Clone>$") is not null;

    /// <summary>What of people's work and notices a service lacks: its list, its doors, or anything that it tells.</summary>
    public static IReadOnlyList<string> Workless(Assembly service, IEnumerable<string> features)
    {
        var source = string.Join('\n', features);
        var raises = service.GetTypes().Any(type => type.GetConstructors(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(constructor => constructor.GetParameters()).Any(parameter
                => parameter.ParameterType is { IsGenericType: true } store && store.GetGenericTypeDefinition() == typeof(NoticeStore<>)));
        (string Name, bool Is)[] parts =
        [
            (nameof(IWorkSource), service.GetTypes().Any(type => type.IsClass && typeof(IWorkSource).IsAssignableFrom(type))),
            (nameof(WorkEndpoints.MapWork), source.Contains($".{nameof(WorkEndpoints.MapWork)}<", StringComparison.Ordinal)),
            (nameof(NoticeEndpoints.MapNotifier), source.Contains($".{nameof(NoticeEndpoints.MapNotifier)}<", StringComparison.Ordinal)),
            ("RaiseAsync", raises),
        ];
        return [.. parts.Where(part => !part.Is).Select(part => part.Name)];
    }

    /// <summary>Due days that a service keeps and would not count anew when a calendar changes: they do not say by which calendar they were
    /// counted, nobody lists them, or nobody can try a notice or a pack on them.</summary>
    public static IReadOnlyList<string> Uncounted(Assembly service, IEnumerable<string> features)
    {
        var kept = service.GetTypes().Where(type => type.GetProperty("DueOn") is { CanWrite: true } due
            && due.SetMethod!.IsPrivate).ToList();
        if (kept.Count == 0) return [];
        var source = string.Join('\n', features);
        return [.. kept.Where(type => type.GetProperty("DueCountedBy") is null).Select(type => type.Name)
            .Concat(new[] { typeof(IOpenClocks), typeof(IRecordedMatters) }
                .Where(part => !service.GetTypes().Any(type => type.IsClass && part.IsAssignableFrom(type))).Select(part => part.Name))
            .Concat(new[] { nameof(NoticeReplay.MapNoticeReplay), nameof(PackReplay.MapPackReplay) }
                .Where(door => !source.Contains($".{door}()", StringComparison.Ordinal)))];
    }

    /// <summary>Aggregates whose changes nobody could count (统计事实).</summary>
    public static IReadOnlyList<string> Uncountable(Assembly service) => [.. service.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false } && type.IsAssignableTo(typeof(IAggregate))
            && !type.IsAssignableTo(typeof(IStatesFacts))).Select(type => type.Name)];

    /// <summary>Properties of contracts that carry a code as text, although there are enumerations of what their name says, as of a
    /// state.</summary>
    public static IReadOnlyList<string> CodesAsText(IEnumerable<Type> types, IEnumerable<Type> enumerations)
    {
        var words = enumerations.Select(type => LastWord().Match(type.Name).Value).Except(["By", "Reason"])
            .ToHashSet(StringComparer.Ordinal);
        return [.. types.Where(IsRecord).SelectMany(type => type.GetProperties()
            .Where(property => IsText(property.PropertyType) && words.Contains(Singular(LastWord().Match(property.Name).Value)))
            .Select(property => $"{type.Name}.{property.Name}"))];
    }

    private static bool IsText(Type type) => type == typeof(string) || typeof(IEnumerable<string>).IsAssignableFrom(type);

    private static string Singular(string word) => word.EndsWith('s') ? word[..^1] : word;

    /// <summary>Lines that read JSON by a dialect of their own.</summary>
    public static IReadOnlyList<string> OwnDialect(string source) => Lines(source, Dialect());

    /// <summary>Lines that judge the characters of a text by themselves.</summary>
    public static IReadOnlyList<string> OwnCharacters(string source) => Lines(source, Characters());

    /// <summary>Lines that declare a field by another convention: fields are named like parameters, and <c>this</c> tells them
    /// apart.</summary>
    public static IReadOnlyList<string> Underscored(string source) => Lines(source, Underscore());

    /// <summary>Lines of a domain that know HTTP.</summary>
    public static IReadOnlyList<string> KnowsStatus(string source) => Lines(source, Status());

    /// <summary>Lines that spell what has a name of its own: the legal day's zone, a kind of subject.</summary>
    public static IReadOnlyList<string> Respelled(string source) => Lines(source, Spelled());

    /// <summary>Lines of a form that let the browser cut what is pasted, without a word: the service says what is too long, and all of
    /// it stays on the page.</summary>
    public static IReadOnlyList<string> CutsSilently(string source) => Lines(source, Cutting());

    /// <summary>Lines that ask the token who may do something: it knows nothing of substitutes and of people who left.</summary>
    public static IReadOnlyList<string> AsksTheToken(string source) => Lines(source, Token());

    /// <summary>What happens to an aggregate without anybody who does it (invariant 9).</summary>
    public static IReadOnlyList<string> Anonymous(Assembly assembly)
        => [.. assembly.GetTypes().Where(type => type is { IsClass: true, IsAbstract: false } && typeof(IAggregate).IsAssignableFrom(type))
        .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(method => TellsFacts(method.ReturnType) && !method.GetParameters().Any(parameter => IsSomebody(parameter.ParameterType))
            && !TellsOfItself(method))
            .Select(method => $"{type.Name}.{method.Name}"))];

    private static bool TellsFacts(Type type) => type == typeof(Verdict) || type == typeof(AuditFact)
        || (type.IsGenericType && type.GetGenericArguments().Any(TellsFacts));

    /// <summary>A case that was opened from a request names the author it holds.</summary>
    private static bool TellsOfItself(MethodInfo method) => method.GetParameters().Length == 0;

    private static bool IsSomebody(Type type)
        => type == typeof(Actor) || type.GetMethods().Any(method => method.ReturnType == typeof(Actor));

    private static List<string> Lines(string source, Regex offence)
        => [.. source.Split('\n').Where(line => offence.IsMatch(line) && !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
        .Select(line => line.Trim())];

    [GeneratedRegex(@"\.(SaveChanges|BeginTransaction|CommitTransaction|Commit)(Async)?\(")]
    private static partial Regex OwnCommit();

    [GeneratedRegex(@"\.Map(Post|Put|Patch|Delete)\(")]
    private static partial Regex Writing();

    [GeneratedRegex(@"CommandContext\.Of|Caller\.Of\(|new NoCommand\(\)")]
    private static partial Regex Commanded();

    [GeneratedRegex(@"\bIResult\b|\bResults\.(Ok|NoContent|Problem|Json)\b")]
    private static partial Regex UntypedAnswer();

    [GeneratedRegex(@"^\s+private .* _[a-z]\w*( =|;)")]
    private static partial Regex Underscore();

    [GeneratedRegex(@"StatusCodes|HttpStatusCode|ProblemDetails")]
    private static partial Regex Status();

    [GeneratedRegex(@"\.Staff\(\)|\bStaffMember\b|\.IsInRole\(|FindFirst(Value)?\(|FindAll\(")]
    private static partial Regex Token();

    [GeneratedRegex("[A-Z][a-z]*$")]
    private static partial Regex LastWord();

    [GeneratedRegex(@"JsonSerializerDefaults\.Web|JsonStringEnumConverter|(ReadFromJsonAsync|GetFromJsonAsync)<(?!.*JsonDialect)"
        + @"|(PostAsJsonAsync|PutAsJsonAsync|JsonContent\.Create)\((?!.*JsonDialect)")]
    private static partial Regex Dialect();

    [GeneratedRegex(@"char\.Is(Control|Surrogate|HighSurrogate|LowSurrogate)\b|UnicodeCategory\.|\\u(200|202|206|FEF|FFF)")]
    private static partial Regex Characters();

    [GeneratedRegex("\\bmaxlength\\b", RegexOptions.IgnoreCase)]
    private static partial Regex Cutting();

    [GeneratedRegex("Asia/Shanghai\"|FromHours\\(8\\)|\"catalogue\\.item\"")]
    private static partial Regex Spelled();
}
