using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>One click in the header; the page itself is for those who come by its address.</summary>
public sealed class SignOutModel(DemonstrationMode demonstration) : PageModel
{
    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync(Session.Scheme);

        // Whatever the browser still holds of the signed-in pages goes too.
        Response.Headers["Clear-Site-Data"] = "\"cache\", \"storage\"";
        return LocalRedirect(demonstration.AskedFor ? "/demonstration" : "/signed-out");
    }
}
