namespace Comity.Service.Requests;

/// <summary>An enquiry as the person saw it: its reference, and the version that travelled in the form.</summary>
public sealed record EnquiryAt(string Reference, int Version);
