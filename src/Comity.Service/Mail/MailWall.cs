using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Mail;

/// <summary>Whom an email keeps out: it names a sealed matter that they may not see, or it names them.</summary>
[Index(nameof(MailId))]
public sealed class MailWall
{
    public Guid Id { get; init; }
    public Guid MailId { get; init; }

    /// <summary>A sealed matter that it names: for those alone who may see that too.</summary>
    public Guid? MatterId { get; init; }

    /// <summary>The viewer token of somebody whom it concerns: not for them.</summary>
    [MaxLength(80)]
    public string? NotFor { get; init; }
}
