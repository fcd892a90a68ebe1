using System.Text.Json;
using Disclosure.Kernel;
using Microsoft.AspNetCore.Http;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Gives the framework's own refusals (no such address, unreadable body, wrong method …) a stable type and Chinese
/// words.</summary>
internal static class FrameworkFailures
{
    private const int MaxPlace = 100;

    /// <summary>Rewords a problem that no code of ours has named; what has a type of ours stays as it is.</summary>
    public static void Reword(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        if (problem.Type?.StartsWith(Problems.TypePrefix, StringComparison.Ordinal) == true) return;
        var (code, title, detail) = Of(problem.Status ?? context.HttpContext.Response.StatusCode);
        problem.Type = Problems.TypePrefix + code;
        // The framework speaks English; a title in another tongue is ours.
        if (problem.Title is null || problem.Title.All(char.IsAscii)) problem.Title = title;
        if (PlaceOf(context.Exception) is { } place) (problem.Detail, problem.Extensions["errors"]) = (place.Detail, place.Errors);
        problem.Detail ??= detail;
    }

    /// <summary>Where a body of JSON could not be read: the place, never what stands there.</summary>
    private static (string Detail, Dictionary<string, string[]> Errors)? PlaceOf(Exception? failure)
    {
        if (failure is not BadHttpRequestException { InnerException: JsonException { Path: ['$', '.', .. var path] } mistake }) return null;
        if (path.Length > MaxPlace) path = path[..MaxPlace];
        var problem = StorableText.IsRefusal(mistake) ? EnteredText.Unstorable : "无法读取，请检查字段名、取值和格式。";
        return ($"{path}：{problem}", new() { [path.Split('.', '[')[0]] = [problem] });
    }

    private static (string Code, string Title, string Detail) Of(int status) => status switch
    {
        400 => ("request-is-invalid", "请求有误", "请求的内容无法读取，请检查字段名、取值和格式。"),
        401 => ("sign-in-is-required", "请先登录", "这项操作只对已登录的工作人员开放。"),
        403 => ("access-is-denied", "无权访问", "您的账号没有办理这件事项的权限。"),
        404 => ("not-found", "没有找到", "地址可能有误，或者该内容不存在、已经撤下。"),
        405 => ("method-is-not-allowed", "不支持这种请求方法", "请对照接口文档检查请求方法。"),
        406 => ("not-acceptable", "无法提供所要的格式", "请对照接口文档检查 Accept 请求头。"),
        408 => ("request-timed-out", "请求超时", "请求的内容没有及时到达，请重试。"),
        412 => ("precondition-failed", "内容已有变化", "请重新读取后再修改。"),
        413 => ("content-is-too-large", "内容过大", "请求的内容超过了允许的大小，没有保存。请缩减后重试。"),
        415 => ("media-type-is-not-supported", "不支持这种内容格式", "请对照接口文档检查 Content-Type 请求头。"),
        429 => ("too-many-requests", "请求过于频繁", "请稍候再试。"),
        502 or 503 or 504 => ("service-is-unavailable", "服务暂时不可用", "请稍后重试；已经提交成功的内容不会丢失。"),
        >= 400 and < 500 => ("request-is-refused", "请求无法办理", "请对照接口文档检查请求。"),
        _ => ("unexpected-error", "出现了意外的错误", "系统没能完成请求，错误已经记录。请稍后重试。"),
    };
}
