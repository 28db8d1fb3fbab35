using Comity.Service.People;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Comity.Web.Pages.Concerns;

/// <summary>A person in an office, as a choice in a form.</summary>
internal static class HearerChoice
{
    public static IReadOnlyList<SelectListItem> Of(IEnumerable<HeldOffice> held) =>
        [.. held.Select(one => new SelectListItem($"{one.PersonName}, {one.Title}", $"{one.PersonId:N}.{one.OfficeId:N}"))];

    public static (Guid PersonId, Guid OfficeId)? Read(string? value) =>
        value?.Split('.') is [var person, var office]
        && Guid.TryParseExact(person, "N", out var personId)
        && Guid.TryParseExact(office, "N", out var officeId)
            ? (personId, officeId)
            : null;
}
