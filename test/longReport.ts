/** What a long report tells besides the sentence that a short note has as well. */
export const REST_OF_REPORT = `The bench needed two hours. Its chairman spoke in a low voice and looked at nobody.
Customs men had watched the boathouse for months before they opened its door. Behind it stood forty barrels of spirit, covered with nets.
The defence had asked for mercy. It pointed to the widow next door, whom he had fed through two winters.
Nobody knows who bought the spirit. The ledger that was found under a plank names people by their boats only.
The prosecutor thinks that the inn had most of it. The innkeeper denies that, and says his barrels come by train.
Trade on the fjord has changed since the bridge was built. Lorries carry in an hour what took the boats a day.
The boathouse will be sold. Two fishermen have made offers, and the parish would like to store its chairs there.
On the quay the sentence was hardly talked about. Herring had come in overnight, and every hand was needed.`;
