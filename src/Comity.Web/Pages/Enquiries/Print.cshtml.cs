using Comity.Service.Content;
using Comity.Service.Matters;
using Comity.Service.Record;
using Comity.Service.Requests;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Comity.Web.Pages.Decisions;
using Microsoft.AspNetCore.Mvc;

namespace Comity.Web.Pages.Enquiries;

/// <summary>
/// The whole matter on paper: what was said, how each date was worked out, who may see it and what the protocol decided. Of what the viewer may not see
/// there is nothing on it, nor a resident's details; of a sealed matter it is a reading like another.
/// </summary>
public sealed class PrintModel(
    Comity.Service.Requests.Enquiries enquiries,
    EnquiryRules rules,
    DutyClocks clocks,
    ReplyLadder ladder,
    RoomsForWork rooms,
    ContentStore contents,
    MatterNames names,
    ReadLog reads,
    DecisionsOfMatter decisions,
    ComityDb db,
    CurrentViewer current
) : EnquiryModel(enquiries, rules, clocks, ladder, rooms, contents, names, reads, db, current)
{
    public IReadOnlyList<DecisionAsRead> Decisions { get; private set; } = [];

    /// <summary>When it was printed.</summary>
    public DateTime PrintedAt => Now;

    public override async Task<IActionResult> OnGetAsync()
    {
        var page = await base.OnGetAsync();
        if (Standing.MaySee(Parts.Content))
        {
            Decisions = await decisions.ReadAsync(Matter, HttpContext.RequestAborted);
        }

        return page;
    }
}
