using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>A fault as recorded (迟报、漏报、瞒报、失实).</summary>
/// <param name="Subject">Code of the unit or person.</param>
/// <param name="Fault">Code of a <see cref="Fault"/> of the pack.</param>
/// <param name="On">Day of the fault.</param>
public sealed record RecordedFault(string Subject, string Fault, DateOnly On);

/// <summary>What follows for somebody (通报批评、追责).</summary>
/// <param name="Subject">Code of the unit or person.</param>
/// <param name="Consequence">What follows.</param>
/// <param name="Faults">The faults it follows from, by day.</param>
public sealed record FaultConsequence(string Subject, Consequence Consequence, IReadOnlyList<RecordedFault> Faults);

/// <summary>The consequences of recorded faults: who is criticised in the bulletin, and whose responsibility is pursued.</summary>
public static class FaultRegister
{
    /// <summary>Draws the consequences.</summary>
    /// <param name="scoring">The pack's score table.</param>
    /// <param name="faults">The recorded faults, in any order.</param>
    /// <returns>One entry for each subject and consequence, by subject.</returns>
    /// <exception cref="ArgumentException">The pack does not know such a fault.</exception>
    public static IReadOnlyList<FaultConsequence> Consequences(Scoring scoring, IEnumerable<RecordedFault> faults)
    {
        ArgumentNullException.ThrowIfNull(scoring);
        ArgumentNullException.ThrowIfNull(faults);
        return
        [
            .. from recorded in faults
               let consequence = (scoring.Faults.FirstOrDefault(fault => fault.Code == recorded.Fault)
               ?? throw new ArgumentException($"No fault '{recorded.Fault}'.", nameof(faults))).Consequence
               group recorded by (recorded.Subject, consequence) into same
               orderby same.Key.Subject, same.Key.consequence
               select new FaultConsequence(same.Key.Subject, same.Key.consequence, [.. same.OrderBy(recorded => recorded.On)]),
        ];
    }
}
