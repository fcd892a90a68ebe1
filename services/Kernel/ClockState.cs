namespace Disclosure.Kernel;

/// <summary>Light of a deadline.</summary>
public enum ClockState
{
    /// <summary>绿灯: more than a quarter of the limit is left.</summary>
    Green,

    /// <summary>黄灯: a quarter of the limit or less is left.</summary>
    Amber,

    /// <summary>红灯: a tenth of the limit or less is left, and always on the last day.</summary>
    Red,

    /// <summary>超期.</summary>
    Overdue,

    /// <summary>中止计算: waiting for a correction, an opinion, a payment, or the end of an obstacle.</summary>
    Paused,

    /// <summary>已结束.</summary>
    Ended,
}
