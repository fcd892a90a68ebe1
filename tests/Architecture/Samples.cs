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

namespace Disclosure.Architecture.Samples
{
    public sealed class MutableMessage
    {
        public string? Text { get; set; }
    }
}
