using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;

namespace Comity.Service.Matters;

/// <summary>Something owed by an office to a person, or by a member to an office that has asked them something. The date is derived from the ledger (<see cref="DueEntry"/>), never typed in.</summary>
[Index(nameof(DebtorToken), nameof(HasEnded), nameof(DueOrder), nameof(Id))]
[Index(nameof(CreditorToken), nameof(HasEnded), nameof(DueOrder), nameof(Id))]
[Index(nameof(State), nameof(EscalationStep), nameof(DueOn))]
[Index(nameof(DueOn))]
[Index(nameof(MatterId))]
public sealed class Duty
{
    public Guid Id { get; init; }
    public Guid MatterId { get; init; }
    public Matter? Matter { get; init; }

    /// <summary>reply, report-progress, decide …: the duty's word in the protocol file.</summary>
    [MaxLength(40)]
    public required string Kind { get; init; }

    /// <summary>The office that owes it; the person, where a member does.</summary>
    [MaxLength(80)]
    public required string DebtorToken { get; set; }

    /// <summary>The person to whom it is owed; the office, where a member owes it.</summary>
    [MaxLength(80)]
    public required string CreditorToken { get; set; }

    /// <summary>The norm or arrangement that lays it down.</summary>
    [MaxLength(200)]
    public required string Source { get; init; }

    /// <summary>The clock in the words of its source: "10 working days after".</summary>
    [MaxLength(120)]
    public required string Clock { get; init; }

    public DutyState State
    {
        get;
        set
        {
            field = value;
            HasEnded = value != DutyState.Owed;
        }
    }

    /// <summary>What is still owed comes first in a list; kept in a column, so that an index can give the order.</summary>
    public bool HasEnded { get; private set; }

    /// <summary>Last day on which it is in time; null when the source gives no date.</summary>
    public DateOnly? DueOn
    {
        get;
        set
        {
            field = value;
            DueOrder = value ?? DateOnly.MaxValue;
        }
    }

    /// <summary>The due date as lists are ordered by it: what has no date comes last.</summary>
    public DateOnly DueOrder { get; private set; } = DateOnly.MaxValue;

    public DateTime CreatedAt { get; init; }
    public DateTime? EndedAt { get; set; }

    /// <summary>The council's day on which it ended: what is in time is counted by days, and by the database.</summary>
    public DateOnly? EndedOn { get; set; }

    /// <summary>How far up the ladder it has gone since it was overdue.</summary>
    public int EscalationStep { get; set; }

    public IList<DueEntry> Ledger { get; } = [];
}

public enum DutyState
{
    Owed,
    Met,
    Lifted,
}
