using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Infrastructure;

/// <summary>
/// A form with a text that cannot be kept is not acted on, whatever the page's own handler looks at: the page comes back as it is read, with what was typed
/// and a word beside the field. So it is on both databases.
/// </summary>
internal sealed class KeepableTextOnly : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (
            !HttpMethods.IsPost(context.HttpContext.Request.Method)
            || !context.ModelState.Values.SelectMany(entry => entry.Errors).Any(error => error.ErrorMessage == KeepableText.Message)
        )
        {
            await next();
            return;
        }

        context.Result = await ReadAsync(context) is null or PageResult
            ? new PageResult { StatusCode = StatusCodes.Status400BadRequest }
            : new BadRequestResult();
    }

    // The page's own reading, as for a first look at it; what was typed is in the model state and stands in its fields again.
    private static async Task<IActionResult?> ReadAsync(PageHandlerExecutingContext context)
    {
        var read = context.ActionDescriptor.HandlerMethods.SingleOrDefault(handler =>
            handler is { HttpMethod: "Get" } && string.IsNullOrEmpty(handler.Name)
        );
        if (read is null)
        {
            return null;
        }

        // What the page reads by comes with the address, so the form's own handler was given it too.
        var arguments = new List<object?>();
        foreach (var argument in read.MethodInfo.GetParameters())
        {
            if (argument.ParameterType == typeof(CancellationToken))
            {
                arguments.Add(context.HttpContext.RequestAborted);
            }
            else if (context.HandlerArguments.TryGetValue(argument.Name!, out var given))
            {
                arguments.Add(given);
            }
            else
            {
                return new BadRequestResult();
            }
        }

        var result = read.MethodInfo.Invoke(context.HandlerInstance, BindingFlags.DoNotWrapExceptions, null, [.. arguments], null);
        switch (result)
        {
            case Task<IActionResult> reading:
                return await reading;
            case Task reading:
                await reading;
                return null;
            default:
                return result as IActionResult;
        }
    }
}
