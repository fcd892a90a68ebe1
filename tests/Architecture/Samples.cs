// What each wall must catch. The samples live below namespaces shaped like a service's.
namespace Disclosure.Architecture.Samples.Domain
{
    internal sealed class KnowsStorage
    {
        public Microsoft.EntityFrameworkCore.DbContext? Context { get; set; }
    }

    internal sealed class KnowsHttp
    {
        public static string? Of(Microsoft.AspNetCore.Http.HttpContext http) => http.TraceIdentifier;
    }

    internal sealed class KnowsCaller
    {
        public Features.Feature? Feature { get; set; }
    }

    internal sealed class KnowsMessage
    {
        public static object? Published { get; set; } = typeof(Disclosure.Contracts.Catalogue.ItemPublished);
    }

    internal sealed class KnowsView
    {
        public static object? View { get; set; } = typeof(Disclosure.Contracts.Catalogue.Api.StaffItem);
    }
}

namespace Disclosure.Architecture.Samples.Data
{
    internal sealed class KnowsCaller
    {
        public static string Name() => nameof(Features) + new Features.Feature();
    }
}

namespace Disclosure.Architecture.Samples.Features
{
    internal sealed class Feature
    {
        public Consumers.Consumer? Consumer { get; set; }
    }
}

namespace Disclosure.Architecture.Samples.Consumers
{
    internal sealed class Consumer
    {
        public Features.Feature? Feature { get; set; }
    }
}

namespace Disclosure.Architecture.Samples.Rules
{
    internal static class ReadsFiles
    {
        public static string Of(string path) => System.IO.File.ReadAllText(path);
    }

    internal static class ListsDirectories
    {
        public static bool Of(string path) => System.IO.Directory.Exists(path);
    }

    internal static class AsksTheNet
    {
        public static System.Net.Http.HttpClient Of() => new();
    }

    internal static class KnowsFramework
    {
        public static Microsoft.Extensions.Logging.ILogger? Log { get; set; }
    }

    /// <summary>Names a file and reads given text, which is no reading of files.</summary>
    internal static class ReadsText
    {
        public static string Of(string path, System.IO.TextReader reader) => System.IO.Path.GetFileName(path) + reader.ReadToEnd();
    }
}

namespace Disclosure.Architecture.Samples.Rules.Packs.Loading
{
    internal static class LoadsPacks
    {
        public static string Of(string path) => System.IO.File.ReadAllText(path);
    }
}

namespace Disclosure.Architecture.Samples.Defaults
{
    internal static class KnowsRules
    {
        public static object? Calendar { get; set; } = typeof(Disclosure.Rules.Calendar.WorkingCalendar);
    }

    internal static class KnowsMessage
    {
        public static object? Published { get; set; } = typeof(Disclosure.Contracts.Catalogue.ItemPublished);
    }
}

namespace Disclosure.Architecture.Samples
{
    /// <summary>A due day that nobody would count anew.</summary>
    internal sealed class KeepsDueDay
    {
        public System.DateOnly? DueOn { get; private set; }

        public void Open(System.DateOnly due) => DueOn = due;
    }

    /// <summary>An aggregate that nobody could count.</summary>
    internal sealed class StatesNothing : Disclosure.Kernel.IAggregate
    {
        public System.Guid Key => System.Guid.Empty;

        public int Version => 0;
    }

    public sealed class MutableMessage
    {
        public string? Text { get; set; }
    }
}
