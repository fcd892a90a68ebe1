using Disclosure.Gateway.SignIn;

namespace Disclosure.Gateway.Failures;

/// <summary>What a person reads about a failure.</summary>
/// <param name="Title">What happened.</param>
/// <param name="Meaning">What it means and what to do next.</param>
public sealed record FailureText(string Title, string Meaning)
{
    /// <summary>Page that a new sign-in leads to where the work waits in another tab.</summary>
    private static readonly FailureWay SignIn = new("/staff/signed-in", "重新登录", InNewTab: true);

    /// <summary>Where it goes on; null where only the homes are left.</summary>
    public FailureWay? Way { get; init; }

    /// <summary>A form came after its session had ended.</summary>
    /// <param name="isOpen">Whether the page with the form stays open.</param>
    /// <param name="isKept">Whether the answer holds what the form held.</param>
    /// <param name="content">What is known of it.</param>
    /// <returns>The words.</returns>
    internal static FailureText SessionEnded(bool isOpen, bool isKept, FormContent content)
        => WordsOf(isOpen, isKept, content) with { Way = SignIn };

    /// <summary>A form came whose token is no good any more, from a page that stood open too long or for somebody else.</summary>
    /// <param name="who">Name of the person who is signed in now.</param>
    /// <param name="isKept">Whether the answer holds what the form held.</param>
    /// <param name="content">What is known of it.</param>
    /// <returns>The words.</returns>
    internal static FailureText StaleForm(string who, bool isKept, FormContent content) => isKept && content == FormContent.Chosen
        ? new("没有提交", "页面打开得太久，或者打开之后重新登录过，刚才没有提交。"
            + $"现在登录的是{who}，按“重新提交”将以{who}的名义提交。")
        : isKept ? new("没有提交，内容还在", "页面打开得太久，或者打开之后重新登录过，刚才没有提交；您填写的内容由本页保留。"
            + $"现在登录的是{who}，按“重新提交”将以{who}的名义提交。")
        : new("没有提交", "页面打开得太久，或者打开之后重新登录过，刚才没有提交。请用浏览器的“后退”回到填写的页面，核对后重新提交；文件要重新选择。"
            + $"现在登录的是{who}。");

    /// <summary>An address that nothing stands behind.</summary>
    /// <param name="isAtWork">Whether the page is one of the workbench.</param>
    /// <param name="hasSearch">Whether the page offers a search.</param>
    /// <returns>The words.</returns>
    public static FailureText NotFound(bool isAtWork, bool hasSearch) => new("没有找到这个页面", (isAtWork, hasSearch) switch
    {
        (true, _) => "地址可能有误，或者该事项已经不在。请从待办或者上方的栏目进入。",
        (_, true) => "地址可能有误，或者该信息尚未公开、已经撤下。您可以从首页的分类查找，或使用搜索。",
        _ => "地址可能有误，或者该信息尚未公开、已经撤下。您可以从首页选择机关，再按分类查找。",
    });

    /// <summary>An address that asks for what cannot be asked: nothing was sent in, so nothing can be sent again.</summary>
    public static readonly FailureText ImpossibleAddress = new("请求有误", "网址中的内容不完整或有误，页面没有打开。请核对网址，或从页面上的链接进入。");

    private static FailureText WordsOf(bool isOpen, bool isKept, FormContent content) => (isOpen, isKept) switch
    {
        (true, _) when content == FormContent.Chosen => new("登录已过期，没有提交", "您的选择还在本页。请在新标签页重新登录，再回到本页提交；提示页面已更新时，再按一次。"),
        (_, true) when content == FormContent.Chosen => new("登录已过期，没有提交", "您的选择由本页保留，请不要关闭。请先在新标签页重新登录，再回到本页按“重新提交”；提示没有提交时，再按一次。"),
        (true, _) => new("登录已过期，内容还在", "刚才没有提交，您填写的内容还在本页。请在新标签页重新登录，再回到本页提交；提示页面已更新时，再按一次。"),
        (_, true) => new("登录已过期，内容还在", "刚才没有提交，您填写的内容由本页保留，请不要关闭。请先在新标签页重新登录，再回到本页按“重新提交”；提示没有提交时，再按一次。"),
        _ when content == FormContent.TooLarge => new("登录已过期，没有提交", "刚才的内容太多，登录之前本页不能保留，请不要关闭浏览器。"
            + "请在新标签页重新登录，再用浏览器的“后退”回到填写的页面，核对后重新提交；页面上如果没有了，请从原稿复制。"),
        _ => new("登录已过期，没有提交", "请在新标签页重新登录，再用浏览器的“后退”回到填写的页面，核对后重新提交；文件要重新选择。"),
    };

    /// <summary>More was sent than is taken at once.</summary>
    /// <param name="path">Where it was sent, which takes files or takes a text.</param>
    /// <param name="isOpen">Whether the page with the form stays open.</param>
    /// <returns>The words.</returns>
    internal static FailureText TooLarge(PathString path, bool isOpen) => path == "/staff/import"
        ? new("文件过大，没有导入", "文件不能超过 20 MB，请压缩图片或拆分文件后重新选择；原来的文件没有改动。")
        {
            Way = new("/staff/import", "重新选择文件"),
        }
        : path.StartsWithSegments("/staff/items") && path.Value!.EndsWith("/attachments", StringComparison.Ordinal)
        ? new("文件过大，没有添加", "附件每个不超过 50 MB（文本和 CSV 文件 20 MB），请压缩图片或拆分文件后重新选择；已有的附件没有改动。")
        {
            Way = new(path.Value, "重新选择文件"),
        }
        : new("内容过大，没有保存", "一次提交的内容不能超过 2 MB（约 20 万个汉字），刚才的超过了。" + (isOpen
            ? "您填写的内容都还在本页，没有丢失。请缩减正文，或者分成几份，再提交一次。"
            : "请用浏览器的“后退”回到填写的页面，内容还在那里；缩减正文或者分成几份，再提交一次。"));

    /// <summary>What a status means to a person.</summary>
    /// <param name="status">HTTP status.</param>
    /// <returns>The words.</returns>
    public static FailureText Of(int status) => status switch
    {
        400 => new("请求有误", "页面收到的内容不完整或已过期，没有办理任何事项。请返回上一页，刷新后重新提交。"),
        401 => new("请先登录", "这个页面只供工作人员使用，您还没有登录或登录已过期。") { Way = new("/staff", "登录") },
        403 => new("无权访问", "您的账号没有办理这件事项的权限。如果工作需要，请联系本机关办公室或系统管理员。"),
        404 => NotFound(isAtWork: false, hasSearch: false),
        405 => new("不支持这样访问", "请从页面上的链接或按钮进入。"),
        413 => new("内容过大", "上传的文件或正文超过了允许的大小，没有保存。请缩减后重试。"),
        414 => new("网址过长", "网址中的内容太长，页面没有打开。搜索请用不超过 100 字的词语，或者从页面上的链接进入。"),
        421 => new("网址有误", "本站不以这个域名提供服务，请核对网址。"),
        429 => new("操作过于频繁", "刚才的页面没有打开，或者内容没有提交。为保证大家都能使用，请稍等一分钟再试。"),
        502 or 503 or 504 => new("服务暂时不可用", "后台服务正在恢复，您刚才的操作没有完成。请稍后重试；已经提交成功的内容不会丢失。"),
        _ => new("出现了意外的错误", "系统没能完成您的请求，错误已经记录，技术人员会处理。请稍后重试；如仍不行，请把下面的编号告诉我们。"),
    };
}

/// <summary>A way on from a failure.</summary>
/// <param name="Address">Address.</param>
/// <param name="Name">What it does.</param>
/// <param name="InNewTab">Whether this page is still needed.</param>
public sealed record FailureWay(string Address, string Name, bool InNewTab = false);
