namespace Disclosure.Kernel;

/// <summary>Whose holidays a notice arranges (放假安排的范围).</summary>
public enum NoticeScope
{
    /// <summary>全国: the State Council's yearly notice, the base of every calendar.</summary>
    National,

    /// <summary>本地区: what a region adds for the customary holidays of its minorities (全国年节及纪念日放假办法第四条).</summary>
    Regional,
}
