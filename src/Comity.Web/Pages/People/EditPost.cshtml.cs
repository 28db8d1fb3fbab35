using Comity.Service.People;
using Comity.Service.Storage;
using Comity.Web.Infrastructure;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Comity.Web.Pages.People;

/// <summary>A new office, post or seat, or other words and marks for a known one.</summary>
public sealed class EditPostModel(ComityDb db, CurrentViewer current, RegisterChoices choices, SaveOffice save) : DatedRegisterPage(current)
{
    [FromRoute]
    public Guid? Office { get; set; }

    [BindProperty]
    public string? PostTitle { get; set; }

    [BindProperty]
    public string? Role { get; set; }

    [BindProperty]
    public Guid? ServiceAreaId { get; set; }

    [BindProperty]
    public Guid? WardId { get; set; }

    [BindProperty]
    public bool PoliticallyRestricted { get; set; }

    [BindProperty]
    public bool Junior { get; set; }

    public Office? Post { get; private set; }
    public string? Mark => Post is null ? null : AsOpened.Of(Post);
    public string Back => Post is null ? "/people/posts" : $"/people/posts/{Post.Id}";
    public IReadOnlyList<SelectListItem> Roles { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Services { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Wards { get; private set; } = [];

    public void OnGet()
    {
        if (Post is { } post)
        {
            (PostTitle, Role, ServiceAreaId, WardId) = (post.Title, post.Role, post.ServiceAreaId, post.WardId);
            (PoliticallyRestricted, Junior, Until) = (post.PoliticallyRestricted, post.Junior, post.Until);
        }
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var viewer = await Current.GetAsync(cancellationToken);
        var request = new SaveOfficeRequest(
            Post?.Id,
            PostTitle,
            Role,
            ServiceAreaId,
            WardId,
            PoliticallyRestricted,
            Junior,
            From,
            Until,
            Roles.Select(role => role.Value).ToHashSet(),
            Opened ?? ""
        );
        return await FinishAsync(
            () => save.ExecuteAsync(viewer, request, cancellationToken),
            "The post has been saved",
            id => $"/people/posts/{id}",
            cancellationToken,
            error => error.Field == nameof(request.Title) ? error with { Field = nameof(PostTitle) } : error
        );
    }

    protected override async Task LoadAsync(CancellationToken cancellationToken)
    {
        Post = Office is { } id
            ? await db.Offices.AsNoTracking().FirstOrDefaultAsync(one => one.Id == id, cancellationToken) ?? throw new NotFoundException()
            : null;
        Roles = await choices.RolesAsync(Today, cancellationToken);
        Services = await choices.ServicesAsync(Today, cancellationToken);
        Wards = await choices.WardsAsync(Today, cancellationToken);
    }
}
