using Comity.GovUk.Markup;
using Microsoft.AspNetCore.Html;

namespace Comity.GovUk.Components;

public sealed record FileUpload : LabelledField
{
    public bool Multiple { get; init; }

    /// <summary>Adds the drop zone of govuk-frontend's script around the browser's own control, which keeps working without it.</summary>
    public bool Javascript { get; init; }

    public string? WrapperClasses { get; init; }

    public IReadOnlyDictionary<string, string?>? WrapperAttributes { get; init; }

    public string? ChooseFilesButtonText { get; init; }

    public string? NoFileChosenText { get; init; }

    public IReadOnlyDictionary<string, string>? MultipleFilesChosenText { get; init; }

    public string? DropInstructionText { get; init; }

    public string? EnteredDropZoneText { get; init; }

    public string? LeftDropZoneText { get; init; }

    public override IHtmlContent Render()
    {
        var input = new Element("input")
            .Class("govuk-file-upload", Classes, ErrorMessage is null ? null : "govuk-file-upload--error")
            .Attribute("id", ControlId)
            .Attribute("name", Name ?? "")
            .Attribute("type", "file")
            .Flag("disabled", Disabled)
            .Flag("multiple", Multiple)
            .Attribute("aria-describedby", Description)
            .With(Attributes);
        return Group(Javascript ? DropZone().Add(input) : input);
    }

    private Element DropZone()
    {
        var texts = new Dictionary<string, string?>();
        Translations.Add(texts, "choose-files-button", ChooseFilesButtonText);
        Translations.Add(texts, "no-file-chosen", NoFileChosenText);
        Translations.Add(texts, "multiple-files-chosen", MultipleFilesChosenText);
        Translations.Add(texts, "drop-instruction", DropInstructionText);
        Translations.Add(texts, "entered-drop-zone", EnteredDropZoneText);
        Translations.Add(texts, "left-drop-zone", LeftDropZoneText);
        return new Element("div")
            .Class("govuk-file-upload-wrapper", WrapperClasses)
            .Attribute("data-module", "govuk-file-upload")
            .With(texts)
            .With(WrapperAttributes);
    }
}
