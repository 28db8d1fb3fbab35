using System.ComponentModel.DataAnnotations;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.People;

/// <summary>A page on which something is said to hold from one day to another, both included.</summary>
public abstract class DatedRegisterPage(CurrentViewer current) : RegisterPage(current)
{
    [BindProperty]
    [Display(Name = "First day")]
    public DateOnly? From { get; set; }

    /// <summary>Null where no end is known.</summary>
    [BindProperty]
    [Display(Name = "Last day")]
    public DateOnly? Until { get; set; }
}
