using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>
/// A pattern of document numbers: the part of regular expressions that needs neither backtracking nor an automaton, whose size its author
/// would choose. Characters, classes, groups, alternatives, repetitions and the anchors <c>^</c> and <c>$</c>.
/// </summary>
/// <remarks>
/// Matching goes through the pattern once and carries the set of places of the text that have been reached; only repetitions go round, and
/// their rounds are counted.
/// </remarks>
internal sealed partial class NumberPattern
{
    /// <summary>Most characters that a pattern stands for when its counted repetitions are written out.</summary>
    public const int MaxPositions = 1000;

    /// <summary>Most parts that are gone through for one match; a pattern of numbers takes some fifty.</summary>
    private const int MaxSteps = 20_000;

    private readonly Node root;

    private NumberPattern(Node root) => this.root = root;

    /// <summary>Reads a pattern.</summary>
    /// <param name="pattern">The pattern.</param>
    /// <param name="read">The pattern that was read.</param>
    /// <param name="fault">What is wrong with it, Chinese.</param>
    public static bool TryParse(string pattern, [NotNullWhen(true)] out NumberPattern? read, [NotNullWhen(false)] out string? fault)
    {
        var parser = new Parser(pattern);
        var root = parser.ReadAll();
        (read, fault) = root is null ? (null, parser.Fault) : (new NumberPattern(root), (string?)null);
        return root is not null;
    }

    /// <summary>Whether the pattern matches the whole of a text; null when to know it would cost too much.</summary>
    public bool? Matches(string text)
    {
        var run = new Run(text);
        var reached = this.root.From(run.At(0), run);
        return run.IsSpent ? null : reached[text.Length];
    }

    /// <summary>One match of a text.</summary>
    private sealed class Run(string text)
    {
        private readonly Dictionary<string, BitArray> classes = [];
        private int steps;

        public int Length => text.Length;

        public bool IsSpent => steps > MaxSteps;

        public bool Step() => ++steps <= MaxSteps;

        public BitArray Nowhere() => new(text.Length + 1);

        public BitArray At(int place)
        {
            var places = Nowhere();
            places[place] = true;
            return places;
        }

        /// <summary>The places before a character of a class.</summary>
        public BitArray Before(string characters, Func<char, bool> contains)
        {
            if (classes.TryGetValue(characters, out var places)) return places;
            places = Nowhere();
            for (var i = 0; i < text.Length; i++) places[i] = contains(text[i]);
            return classes[characters] = places;
        }
    }

    /// <summary>A part of a pattern.</summary>
    /// <param name="Positions">Characters it stands for.</param>
    private abstract record Node(int Positions)
    {
        /// <summary>The places where a match may end that begins at one of some others.</summary>
        public BitArray From(BitArray places, Run run) => run.Step() ? Walk(places, run) : run.Nowhere();

        protected abstract BitArray Walk(BitArray places, Run run);
    }

    private sealed record Characters(string Written, Func<char, bool> Contains) : Node(1)
    {
        protected override BitArray Walk(BitArray places, Run run)
            => new BitArray(places).And(run.Before(Written, Contains)).LeftShift(1);
    }

    private sealed record Anchor(bool AtEnd) : Node(1)
    {
        protected override BitArray Walk(BitArray places, Run run) => new BitArray(places).And(run.At(AtEnd ? run.Length : 0));
    }

    private sealed record Sequence(IReadOnlyList<Node> Parts) : Node(Parts.Sum(part => part.Positions))
    {
        protected override BitArray Walk(BitArray places, Run run) => Parts.Aggregate(places, (reached, part) => part.From(reached, run));
    }

    private sealed record Choice(IReadOnlyList<Node> Parts) : Node(Parts.Sum(part => part.Positions))
    {
        protected override BitArray Walk(BitArray places, Run run)
            => Parts.Aggregate(run.Nowhere(), (reached, part) => reached.Or(part.From(places, run)));
    }

    private sealed record Repetition(Node Part, int Least, int? Most) : Node(Part.Positions * Math.Max(Most ?? Least, 1))
    {
        protected override BitArray Walk(BitArray places, Run run)
        {
            var reached = Least == 0 ? new BitArray(places) : run.Nowhere();
            for (var round = 1; (Most is not { } most || round <= most) && places.HasAnySet() && !run.IsSpent; round++)
            {
                places = Part.From(places, run);
                if (round < Least) continue;
                // A place that was reached before leads nowhere new, unless rounds are counted.
                if (Most is null) places = new BitArray(reached).Not().And(places);
                reached.Or(places);
            }

            return reached;
        }
    }
}
