/** Members that Google's reference has and the published types lack (google.md section 3). */
declare namespace GoogleAppsScript.Forms {
  enum EmailCollectionType {
    DO_NOT_COLLECT,
    RESPONDER_INPUT,
    VERIFIED,
  }
  enum RatingIconType {
    STAR,
    HEART,
    THUMB_UP,
  }
  interface FormApp {
    EmailCollectionType: typeof EmailCollectionType;
    RatingIconType: typeof RatingIconType;
    create(title: string, isPublished: boolean): Form;
  }
  interface Form {
    addPublishedReader(emailAddress: string): Form;
    addPublishedReader(user: Base.User): Form;
    addPublishedReaders(emailAddresses: string[]): Form;
    addRatingItem(): RatingItem;
    getEmailCollectionType(): EmailCollectionType;
    getPublishedReaders(): Base.User[];
    isPublished(): boolean;
    removePublishedReader(emailAddress: string): Form;
    removePublishedReader(user: Base.User): Form;
    setEmailCollectionType(type: EmailCollectionType): Form;
    setPublished(enabled: boolean): Form;
    supportsAdvancedResponderPermissions(): boolean;
  }
  interface Item {
    asRatingItem(): RatingItem;
  }
  interface RatingItem {
    createResponse(response: Integer): ItemResponse;
    duplicate(): RatingItem;
    getGeneralFeedback(): QuizFeedback;
    getHelpText(): string;
    getId(): Integer;
    getIndex(): Integer;
    getPoints(): Integer;
    getRatingIcon(): RatingIconType;
    getRatingScaleLevel(): Integer;
    getTitle(): string;
    getType(): ItemType;
    isRequired(): boolean;
    setGeneralFeedback(feedback: QuizFeedback): RatingItem;
    setHelpText(text: string): RatingItem;
    setPoints(points: Integer): RatingItem;
    setRatingIcon(ratingIcon: RatingIconType): RatingItem;
    setRatingScaleLevel(ratingScaleLevel: Integer): RatingItem;
    setRequired(enabled: boolean): RatingItem;
    setTitle(title: string): RatingItem;
  }
  enum ItemType {
    RATING = 17,
  }
}
