namespace Comity.Service.Arrangements;

/// <summary>The silences that a council can fill for a member's enquiry. Each is a gap until it is stated.</summary>
public static class ArrangementKeys
{
    /// <summary>Working days within which a member is answered, where the protocol gives no number.</summary>
    public const string ReplyTime = "reply-time";

    /// <summary>Working days after which an overdue reply goes a step further up by itself.</summary>
    public const string NextStep = "next-step";

    /// <summary>Before the name of a figure that the protocol leaves to the council ("at standard NAME").</summary>
    public const string StandardPrefix = "standard/";

    /// <summary>Working days within which a full reply follows an explained acknowledgement.</summary>
    public const string ReplyAfterAcknowledgement = "reply-after-acknowledgement";

    /// <summary>yes: the clock may be paused while the member is asked something.</summary>
    public const string PauseForMember = "pause-for-member";

    /// <summary>Working days by which the date may be put back once, with a reason.</summary>
    public const string Extension = "extension";

    /// <summary>Working days after a full reply in which the member may follow up on the same matter.</summary>
    public const string FollowUpWindow = "follow-up-window";

    /// <summary>yes: the date of an answer may be a later one that the member agrees to.</summary>
    public const string AgreedDate = "agreed-date";

    /// <summary>Working days within which a decision on information is looked at again.</summary>
    public const string ReviewTime = "review-time";

    /// <summary>Working days before the due date at which the officer is reminded.</summary>
    public const string ReminderBefore = "reminder-before";

    /// <summary>Days on which the council is closed, as ISO dates parted by commas. Never used for a statutory clock.</summary>
    public const string ClosureDays = "closure-days";

    /// <summary>Months for which an email is kept that joined no matter, from the day on which that was decided.</summary>
    public const string MailKept = "mail-kept";

    /// <summary>yes: everybody may see how the council answers its members, with small numbers kept back.</summary>
    public const string PublicFigures = "public-figures";

    /// <summary>The office, by its role, that hears a concern where the protocol leads to nobody.</summary>
    public const string ConcernWithoutAWay = "concern-without-a-way";

    /// <summary>Working days within which whoever hears a concern takes it up and tells the person who raised it.</summary>
    public const string ConcernTakenUp = "concern-taken-up";

    /// <summary>Working days within which a step of a concern comes to an outcome.</summary>
    public const string ConcernOutcome = "concern-outcome";

    /// <summary>Working days within which the person whom a concern is about may answer, once told.</summary>
    public const string ConcernAnswer = "concern-answer";

    /// <summary>The office, by its role, that looks at the outcome of a concern again when whoever is in it asks.</summary>
    public const string ConcernReview = "concern-review";
}
