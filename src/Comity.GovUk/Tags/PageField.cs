namespace Comity.GovUk.Tags;

/// <summary>A field on the page being rendered: its key in the model state and the id of the control that the error summary links to.</summary>
public sealed record PageField(string Name, string ControlId, string? Message);
