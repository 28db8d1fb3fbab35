using System.ComponentModel.DataAnnotations;
using Comity.Service.Requests;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

public sealed class RateModel(Comity.Service.Requests.Enquiries enquiries, RateAnswer act, CurrentViewer current)
    : WordsPageModel(enquiries, current)
{
    [BindProperty]
    [Required(ErrorMessage = "Choose how satisfied you are")]
    [Range(1, 5, ErrorMessage = "Choose how satisfied you are")]
    public int? Satisfaction { get; set; }

    protected override string Missing => "";

    protected override bool WordsAreOptional => true;

    protected override bool May(Standing standing) => standing.IsAsker;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await CheckAsync(cancellationToken);
        return ModelState.IsValid
            ? await FinishAsync(
                () => act.ExecuteAsync(new RateAnswerRequest(At, Satisfaction!.Value, Words?.Trim()), Viewer, cancellationToken),
                "Thank you. It has been noted.",
                nameof(Satisfaction),
                cancellationToken
            )
            : Page();
    }
}
