using System.Globalization;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Comity.Web.Pages.Owed;

/// <summary>Which list of what is owed, and what narrows it: all of it stands in the address, so that it can be kept and gone back to.</summary>
public abstract class OwedAddress(CurrentViewer current, bool asDebtor) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Service { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public string Path => AsDebtor ? "/what-i-owe" : "/what-i-am-owed";

    /// <summary>What narrows it, for the links to other pages of it and to its file.</summary>
    public string Narrowing => AddressPart(All);

    public string OtherNarrowing => AddressPart(!All);

    public bool IsNarrowed => !Filter.IsEmpty;

    protected CurrentViewer Current => current;

    protected bool AsDebtor => asDebtor;

    protected OwedFilter Filter => new(EnquiryKind.Find(Kind)?.Key, Service, Overdue);

    /// <summary>Adds what is wrong with it; a kind that there is none of would otherwise look like one in which nothing is.</summary>
    protected bool IsInOrder()
    {
        if (!string.IsNullOrEmpty(Kind) && Filter.Kind is null)
        {
            ModelState.AddModelError(nameof(Kind), "Choose a kind from the list");
        }

        return ModelState.IsValid;
    }

    private string AddressPart(bool all)
    {
        var parts = new List<KeyValuePair<string, string?>>();
        Add("kind", Kind);
        Add("service", Service?.ToString("D", CultureInfo.InvariantCulture));
        Add("overdue", Overdue ? "true" : null);
        Add("all", all ? "true" : null);
        return QueryString.Create(parts).ToString();

        void Add(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value))
            {
                parts.Add(KeyValuePair.Create(name, (string?)value));
            }
        }
    }
}
