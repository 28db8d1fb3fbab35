using Comity.Service.Requests;

namespace Comity.Service.Demonstration;

/// <summary>Something that members of a made-up council ask. {street}, {other}, {ward} and {n} stand for what changes from one to the next.</summary>
public sealed record Topic(string Service, EnquiryKind Kind, string Subject, string Question, string Reply)
{
    /// <summary>Those on which a council with these services can be asked.</summary>
    public static IReadOnlyList<Topic> For(IEnumerable<FictionalService> services, IEnumerable<Topic> topics)
    {
        var names = services.Select(service => service.Name).ToHashSet(StringComparer.Ordinal);
        return [.. topics.Where(topic => names.Contains(topic.Service))];
    }

    public static Topic Ask(string service, string subject, string question, string reply) =>
        new(service, EnquiryKind.Enquiry, subject, question, reply);

    public static Topic Job(string service, string subject, string question, string reply) =>
        new(service, EnquiryKind.ServiceRequest, subject, question, reply);

    public static Topic Complaint(string service, string subject, string question, string reply) =>
        new(service, EnquiryKind.ConstituentComplaint, subject, question, reply);

    public static Topic Papers(string service, string subject, string question, string reply) =>
        new(service, EnquiryKind.Information, subject, question, reply);
}
