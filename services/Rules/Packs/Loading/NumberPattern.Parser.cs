using System.Globalization;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>How a pattern is read.</summary>
internal sealed partial class NumberPattern
{
    private sealed class Parser(string pattern)
    {
        private const string NotInPart = "只能由字符、字符类、分组、选择、次数和 ^、$ 组成，其他符号前面应加反斜杠";
        private const string TooLarge = "过于复杂：次数相乘后不应超过";

        private int at;

        public string? Fault { get; private set; }

        private bool IsAtEnd => at >= pattern.Length;

        public Node? ReadAll()
        {
            var node = ReadChoice();
            // What is left over is a bracket that nothing opened.
            return node is not null && !IsAtEnd ? Refuse(NotInPart) : node;
        }

        private Node? ReadChoice()
        {
            var parts = new List<Node>();
            do
            {
                if (ReadSequence() is not { } part) return null;
                parts.Add(part);
            }
            while (Skip("|"));
            return Bounded(parts.Count == 1 ? parts[0] : new Choice(parts));
        }

        private Node? ReadSequence()
        {
            var parts = new List<Node>();
            while (!IsAtEnd && pattern[at] is not ('|' or ')'))
            {
                if (ReadPart() is not { } part || ReadRepetition(part) is not { } repeated) return null;
                parts.Add(repeated);
            }

            return Bounded(new Sequence(parts));
        }

        private Node? ReadPart()
        {
            switch (pattern[at])
            {
                case '(': return ReadGroup();
                case '[': return ReadClass();
                case '\\': return ReadEscape();
                case '*' or '+' or '?' or '{' or '}' or ']': return Refuse(NotInPart);
                case '^' or '$': return new Anchor(pattern[at++] == '$');
                case '.':
                    at++;
                    return new Characters(".", character => character != '\n');
                default: return Literal(pattern[at++]);
            }
        }

        private Node? ReadGroup()
        {
            at++;
            if (!Skip("?:") && !IsAtEnd && pattern[at] == '?') return Refuse(NotInPart);
            if (ReadChoice() is not { } inner) return null;
            return Skip(")") ? inner : Refuse("缺少右括号");
        }

        private Node? ReadClass()
        {
            var start = at++;
            Skip("^");
            // The first bracket would be a character of the class for some readers and its end for others.
            if (IsAtEnd || pattern[at] == ']') return Refuse(NotInPart);
            for (; !IsAtEnd && pattern[at] != ']'; at++)
            {
                if (pattern[at] == '[') return Refuse(NotInPart);
                if (pattern[at] == '\\') at++;
            }

            return Skip("]") ? ClassOf(pattern[start..at]) : Refuse("缺少右方括号");
        }

        private Node? ReadEscape()
        {
            var start = at++;
            if (IsAtEnd) return Refuse(NotInPart);
            var escaped = pattern[at++];
            if (!char.IsAsciiLetterOrDigit(escaped)) return Literal(escaped);
            switch (escaped)
            {
                case 'd' or 'D' or 'w' or 'W' or 's' or 'S': break;
                case 'p' or 'P':
                    var end = pattern.IndexOf('}', at);
                    if (end < 0) return Refuse(NotInPart);
                    at = end + 1;
                    break;
                case 'u': at = Math.Min(at + 4, pattern.Length); break;
                default: return Refuse(NotInPart);
            }

            return ClassOf($"[{pattern[start..at]}]");
        }

        private static Characters Literal(char letter) => new($"\\{letter}", character => character == letter);

        /// <summary>A class means what it means in a regular expression; of one character, no expression costs anything.</summary>
        private Node? ClassOf(string written)
        {
            try
            {
                var one = new Regex(written, RegexOptions.CultureInvariant);
                return new Characters(written, character => one.IsMatch([character]));
            }
            catch (ArgumentException)
            {
                return Refuse("不是可用的正则表达式");
            }
        }

        private Node? ReadRepetition(Node part)
        {
            if (IsAtEnd) return part;
            (int Least, int? Most) times;
            switch (pattern[at])
            {
                case '*': times = (0, null); break;
                case '+': times = (1, null); break;
                case '?': times = (0, 1); break;
                case '{':
                    if (ReadCounts() is not { } counts) return Refuse(NotInPart);
                    times = counts;
                    break;
                default: return part;
            }

            at++;
            // As few times as possible comes to the same when all of a text has to match.
            Skip("?");
            // Before the product, which could be beyond a number.
            if (Math.Max(times.Least, times.Most ?? 0) > MaxPositions) return Refuse($"{TooLarge}{MaxPositions}个字符");
            return Bounded(new Repetition(part, times.Least, times.Most));
        }

        /// <summary>The counts in braces; stops at the right one.</summary>
        private (int Least, int? Most)? ReadCounts()
        {
            var end = pattern.IndexOf('}', at);
            if (end < 0) return null;
            var counts = pattern[(at + 1)..end].Split(',');
            at = end;
            if (counts.Length > 2 || Count(counts[0]) is not { } least) return null;
            if (counts.Length == 1) return (least, least);
            if (counts[1].Length == 0) return (least, null);
            return Count(counts[1]) is { } most && most >= least ? (least, most) : null;
        }

        private static int? Count(string digits)
            => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : null;

        private bool Skip(string text)
        {
            if (IsAtEnd || !pattern.AsSpan(at).StartsWith(text, StringComparison.Ordinal)) return false;
            at += text.Length;
            return true;
        }

        private Node? Bounded(Node node) => node.Positions <= MaxPositions ? node : Refuse($"{TooLarge}{MaxPositions}个字符");

        private Node? Refuse(string fault)
        {
            Fault ??= fault;
            return null;
        }
    }
}
