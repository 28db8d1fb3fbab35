using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Infrastructure;

/// <summary>A form that comes back with errors comes back with status 400: programs and logs see what the person sees.</summary>
internal sealed class BadInputStatus : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context) { }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context) { }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
        if (
            context.Result is PageResult { StatusCode: null } page
            && !context.ModelState.IsValid
            && HttpMethods.IsPost(context.HttpContext.Request.Method)
        )
        {
            page.StatusCode = StatusCodes.Status400BadRequest;
        }
    }
}
