using Comity.Service.People;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Comity.Web.Pages.People;

internal static class RegisterErrors
{
    /// <summary>Puts what was wrong beside its field: forms of the register name their fields as the requests do.</summary>
    public static void AddErrors(this ModelStateDictionary state, RegisterChange.Refused refused)
    {
        foreach (var error in refused.Errors)
        {
            state.AddModelError(error.Field, error.Message);
        }
    }
}
