using Disclosure.Rules.Calendar;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Rules.Tests.Properties;

/// <summary>Inputs of the properties; a failing case is printed with its seed.</summary>
internal static class Generators
{
    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1000).WithQuietOnSuccess(true);

    // A few years on both sides of the loaded notices, so that provisional days are tried too.
    public static Gen<DateOnly> Days { get; } = Gen.Choose(new DateOnly(2015, 1, 1).DayNumber, new DateOnly(2030, 12, 31).DayNumber)
        .Select(DateOnly.FromDayNumber);

    public static Gen<DateOnly> WorkingDays { get; } = Days.Where(WorkingCalendar.Embedded.Works);

    public static Gen<string> Of(string alphabet, int length)
        => Gen.Elements(alphabet.ToCharArray()).ArrayOf(length).Select(characters => new string(characters));

    public static void Holds<T>(this Gen<T> generator, Func<T, bool> property)
        => Prop.ForAll(generator.ToArbitrary(), property).Check(Thorough);
}
