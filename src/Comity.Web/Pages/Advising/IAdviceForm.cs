namespace Comity.Web.Pages.Advising;

/// <summary>A page on which advice is written, asked for or not.</summary>
public interface IAdviceForm
{
    AdviceFields Fields { get; }
    List<IFormFile> Files { get; }

    /// <summary>Whether the protocol advises against it as it was written.</summary>
    bool AsksReason { get; }
}
