using Disclosure.Documents.Storing;
using Disclosure.Kernel;

namespace Disclosure.Catalogue.Domain;

/// <summary>What may go wrong with attachments, as sentences.</summary>
internal static class AttachmentFailures
{
    private const string File = "file";

    public static readonly Failure Missing = new Failure(FailureKind.Invalid, "file-is-missing", "请选择文件", "以表单字段 file 上传一个文件。").At(File);

    public static readonly Failure Empty = new Failure(FailureKind.Invalid, "file-is-empty", "文件是空的", "文件里没有内容，没有添加。请核对后重新选择文件。").At(File);

    public static readonly Failure TooLarge = new Failure(FailureKind.TooLarge, "file-is-too-large", "文件过大",
        $"附件每个不超过 {Attachment.MaxBytes / 1024 / 1024} MB，没有添加。请压缩其中的图片，或者分成几个文件。").At(File);

    public static readonly Failure TooMany = new Failure(FailureKind.Conflict, "too-many-attachments", "附件过多",
        $"一条信息最多 {Attachment.MaxCount} 个附件，请合并，或者先移除不需要的。").At(File);

    public static readonly Failure Unknown = new(FailureKind.NotFound, "attachment-not-found", "没有这个附件", "可能已经移除或者替换，请刷新页面后再办理。");

    public static readonly Failure Unreadable = new Failure(FailureKind.Invalid, "attachments-are-unreadable", "附件清单有误",
        "清单中的每个附件写明 digest 和 name，digest 取自读取到的附件，且不能重复。").At("attachments");

    /// <summary>The file is not where it ought to be; whoever runs the platform has to look.</summary>
    public static readonly Failure Lost = new(FailureKind.Unavailable, "file-is-not-in-store", "文件暂时无法读取", "附件库中没有找到这个文件，请联系系统管理员。");

    public static Failure SameFile(Attachment other) => new Failure(FailureKind.Conflict, "attachment-is-there", "已附有同一个文件",
        $"内容与“{other.Name}”相同，没有再次添加。").At(File);

    public static Failure SameName(string name) => new Failure(FailureKind.Conflict, "attachment-name-is-taken", "附件重名",
        $"已有名为“{name}”的附件，请改名；要换成新的文件，请用“替换”。").At(File);

    public static Failure Ending(Attachment file) => new(FailureKind.Invalid, "attachment-name-is-invalid", "文件名不符合要求",
        $"“{file.Name}”是{AttachedTypes.Name(file.Type)}，名称须以 {string.Join(" 或 ", AttachedTypes.Extensions(file.Type))} 结尾。");

    public static Failure Name(string problem)
        => new Failure(FailureKind.Invalid, "attachment-name-is-invalid", "文件名不符合要求", problem).At(File);
}
