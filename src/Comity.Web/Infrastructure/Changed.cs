using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Infrastructure;

/// <summary>Somebody else changed the thing while a form about it was open.</summary>
public static class Changed
{
    private const string Mark = "Changed";

    /// <summary>
    /// Shows the page again, with status 409 and a notice; bound properties still hold what the person typed. The page loads the present state
    /// (and the present version for its form) before it returns this.
    /// </summary>
    public static PageResult ChangedSinceOpened(this PageModel page)
    {
        ArgumentNullException.ThrowIfNull(page);
        page.ViewData[Mark] = true;

        // The form shows the version just read, not the one that was posted and is now out of date.
        page.ModelState.Remove("Version");
        return new PageResult { StatusCode = StatusCodes.Status409Conflict };
    }

    public static bool IsChanged(this Microsoft.AspNetCore.Mvc.ViewFeatures.ViewDataDictionary data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data.ContainsKey(Mark);
    }
}
