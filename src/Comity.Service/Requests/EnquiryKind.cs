namespace Comity.Service.Requests;

/// <summary>What a member may ask for through the front door, with the act and facts that the protocol knows it by.</summary>
public sealed record EnquiryKind(string Key, string Label, string Hint, string Act, string Request, string Noun)
{
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
        );

    public static EnquiryKind ConstituentComplaint { get; } =
        new(
            "constituent-complaint",
            "A resident’s complaint looked into",
            "You are passing on what a resident says has gone wrong with a council service",
            "ask-information",
            "constituent-complaint",
            "complaint for a constituent"
        );

    public static EnquiryKind Information { get; } =
        new(
            "information-request",
            "Information or a document",
            "Figures, a report, a file or a copy of something the council holds",
            "inspect-document",
            "information-request",
            "request for information"
        );

    public static IReadOnlyList<EnquiryKind> All { get; } = [Enquiry, ServiceRequest, ConstituentComplaint, Information];

    public static EnquiryKind? Find(string? key) => All.FirstOrDefault(kind => kind.Key == key);
}
