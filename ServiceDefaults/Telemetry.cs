using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Disclosure.ServiceDefaults;

/// <summary>The sources of our own traces and metrics.</summary>
public static class Telemetry
{
    /// <summary>Name of the activity source and the meter.</summary>
    public const string Name = "Disclosure";

    /// <summary>Our activities.</summary>
    public static readonly ActivitySource Activities = new(Name);

    /// <summary>Our instruments.</summary>
    public static readonly Meter Meter = new(Name);
}
