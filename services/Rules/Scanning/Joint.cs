namespace Disclosure.Rules.Scanning;

/// <summary>What stands between two groups of digits.</summary>
[Flags]
internal enum Joint
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>Spaces of any width.</summary>
    Space = 1,

    /// <summary>A hyphen or dash of any length.</summary>
    Dash = 2,

    /// <summary>A full stop or a point in the middle of the line.</summary>
    Dot = 4,

    /// <summary>A slash.</summary>
    Slash = 8,

    /// <summary>A bracket.</summary>
    Bracket = 16,

    /// <summary>One end of a line.</summary>
    LineEnd = 32,

    /// <summary>A tabulator: in a table it parts two cells.</summary>
    Tab = 64,

    /// <summary>A comma, colon or another sign, which joins only what a check character proves to be one number.</summary>
    Sign = 128,

    /// <summary>A sign in the middle of the line or of full width, which no decimal number has.</summary>
    Middle = 256,
}
