namespace Comity.Service.Requests;

/// <summary>
/// What may be asked for through the front door: the act and facts that the protocol knows it by, who may ask it, and whether a service of the council
/// answers. Everything else is the same for every kind, and written once.
/// </summary>
public sealed record EnquiryKind(string Key, string Label, string Hint, string Act, string Request, string Noun)
{
    private const string Member = "member";
    private const string Officer = "officer";

    public static EnquiryKind Enquiry { get; } =
        new(
            "enquiry",
            "An answer to a question",
            "You want to know something, or to know what is happening about something",
            "ask-information",
            "enquiry",
            "enquiry"
        );

    public static EnquiryKind ServiceRequest { get; } =
        new(
            "service-request",
            "Something to be done",
            "A repair, a collection, a visit: a job for a council service",
            "request-task",
            "service-request",
            "request for service"
        )
        {
            Group = AskedFor.Work,
        };

    public static EnquiryKind ConstituentComplaint { get; } =
        new(
            "constituent-complaint",
            "A resident’s complaint looked into",
            "You are passing on what a resident says has gone wrong with a council service",
            "ask-information",
            "constituent-complaint",
            "complaint for a constituent"
        )
        {
            Group = AskedFor.Work,
        };

    public static EnquiryKind Information { get; } =
        new(
            "information-request",
            "Information or a document",
            "Figures, a report, a file or a copy of something the council holds",
            "inspect-document",
            "information-request",
            "request for information"
        );

    /// <summary>An officer's own professional view. What a protocol says of advice to one member goes with it.</summary>
    public static EnquiryKind Advice { get; } =
        new(
            "advice",
            "Advice or an explanation",
            "An officer’s professional view: what can be done, what would follow, what a policy or the law means",
            "ask-advice",
            "enquiry",
            "request for advice"
        )
        {
            Item = "member-advice",
        };

    /// <summary>
    /// What an officer does as an officer, and not what a service does for residents: under a protocol the same act, but in the member's own work as one.
    /// </summary>
    public static EnquiryKind Task { get; } =
        new(
            "task",
            "A piece of work by an officer",
            "Research, a draft, a survey: work that you need as a member, or that you ask for as the holder of an office",
            "request-task",
            "service-request",
            "request for a piece of work"
        )
        {
            Group = AskedFor.Work,
        };

    /// <summary>Somebody tells an officer what to do, and says by what power.</summary>
    public static EnquiryKind Instruction { get; } =
        new(
            "instruction",
            "An instruction to an officer",
            "You hold a power or an office that lets you instruct, or you pass on what the council or a committee has resolved",
            "instruct-officer",
            "service-request",
            "instruction"
        )
        {
            Group = AskedFor.Work,
        };

    /// <summary>A member and an officer are to talk. To ask for a time is to arrange it.</summary>
    public static EnquiryKind Appointment { get; } =
        new(
            "appointment",
            "A talk or an appointment with an officer",
            "You see first whether it needs an appointment, and are then offered a time",
            "discuss",
            "enquiry",
            "request for an appointment"
        )
        {
            Group = AskedFor.Meeting,
            IsMeeting = true,
        };

    public static EnquiryKind Visit { get; } =
        new(
            "visit",
            "A visit to an office, a site or a school",
            "You see first what has to be arranged, and with whom",
            "visit-office",
            "enquiry",
            "request for a visit"
        )
        {
            Group = AskedFor.Meeting,
            IsMeeting = true,
        };

    /// <summary>An officer works under the protocol too, and may be as unsure of it.</summary>
    public static EnquiryKind ProtocolQuestion { get; } =
        new(
            "protocol-question",
            "A question about the protocol",
            "You are not sure what the protocol means, or what it says of something you or somebody else would do",
            "interpret-protocol",
            "enquiry",
            "question about the protocol"
        )
        {
            Askers = [Member, Officer],
            OfService = false,
            Group = AskedFor.Rules,
        };

    public static IReadOnlyList<EnquiryKind> All { get; } =
    [Enquiry, Information, Advice, ServiceRequest, ConstituentComplaint, Task, Instruction, Appointment, Visit, ProtocolQuestion];

    /// <summary>The noun as a sentence has it: "an enquiry".</summary>
    public string ANoun => (Noun[0] is 'a' or 'e' or 'i' or 'o' or 'u' ? "an " : "a ") + Noun;

    /// <summary>Whether it is for something that the council knows or holds: there it matters by which right it is asked.</summary>
    public bool IsForInformation => this == Enquiry || this == Information;

    /// <summary>Whether it is work for an officer to do, or not to do.</summary>
    public bool IsWork => Act is Asking.Task or Asking.Instruction;

    /// <summary>Whether it is to end in a meeting: it is begun on a page of its own, which asks what the protocol has to know.</summary>
    public bool IsMeeting { get; private init; }

    /// <summary>Under which heading it is offered.</summary>
    public AskedFor Group { get; private init; }

    /// <summary>What the answer is, as the vocabulary's "item" has it: a protocol may keep advice to one member between the two.</summary>
    public string? Item { get; private init; }

    /// <summary>The roles whose holders may ask it.</summary>
    public IReadOnlyList<string> Askers { get; private init; } = [Member];

    /// <summary>
    /// Whether a service of the council answers it. What is of no service goes to whom the protocol names for the act, and asks for no service, no ward and
    /// no resident.
    /// </summary>
    public bool OfService { get; private init; } = true;

    /// <summary>Whether somebody who is no member may ask it for themselves.</summary>
    public bool IsForOfficersToo => Askers.Contains(Officer);

    public static EnquiryKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);

    /// <summary>Whether a matter is something that was asked for through the front door.</summary>
    public static bool IsOne(string matterKind) => Find(matterKind) is not null;
}
