using Comity.Web.Infrastructure;
using Comity.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.SignIn;

/// <summary>Where the link in the header leads. Only its form signs anybody out: a link elsewhere could not.</summary>
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
